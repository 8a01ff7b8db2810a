import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { isNumber, truthy } from './number.ts';
import { partsOf, refuseConflicts } from './path.ts';

/**
 * Compiles a projection of find or `$project`: either the fields to keep or those to drop. Throws 31253 or 31254 for
 * a mixture, 31325 for anything computed.
 */
export function compileProjection(spec: unknown): (doc: Doc) => Doc {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refusal(51272, 'A projection must be an object with at least one field');
  const { _id: id = true, ...others } = spec;
  for (const [path, value] of Object.entries(spec)) {
    if (isNumber(value) || typeof value === 'boolean') continue;
    const kind = isDocument(value) ? Object.keys(value)[0] : typeName(value);
    throw unsupported(31325, `Projection of '${path}' by ${kind}`);
  }
  const [first] = Object.values(others);
  const keeping = truthy(first ?? spec._id);
  const mixed = Object.keys(others).find((path) => truthy(others[path]) !== keeping);
  if (mixed && keeping) throw refusal(31254, `Cannot do exclusion on field ${mixed} in inclusion projection`);
  if (mixed) throw refusal(31253, `Cannot do inclusion on field ${mixed} in exclusion projection`);
  const paths = [...Object.keys(others), ...(truthy(id) === keeping ? ['_id'] : [])];
  refuseConflicts(31250, paths);
  const parts = paths.map((path) => partsOf(path, 40353));
  return (doc) => pick(doc, parts, keeping) as Doc;
}

function pick(value: unknown, paths: string[][], keeping: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => pick(element, paths, keeping)).filter((element) => element !== undefined);
  }
  if (!isDocument(value)) return keeping ? undefined : value;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const whole = below.some((rest) => rest.length === 0);
    const picked = whole || below.length === 0 ? field : pick(field, below, keeping);
    if (picked !== undefined && (whole === keeping || picked !== field)) setField(result, name, picked);
  }
  return result;
}

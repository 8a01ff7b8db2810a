import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { isNumber, truthy } from './number.ts';
import { refusal, unsupported } from './refusal.ts';

type Tree = Map<string, Tree | true>;

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
  const tree: Tree = new Map();
  for (const path of Object.keys(others)) plant(tree, path.split('.'), path);
  if (truthy(id) === keeping) plant(tree, ['_id'], '_id');
  return (doc) => pick(doc, tree, keeping) as Doc;
}

function plant(tree: Tree, [name = '', ...rest]: string[], path: string): void {
  if (name === '' || name.startsWith('$')) throw refusal(40353, `Invalid field in a projection: '${path}'`);
  const there = tree.get(name);
  if (there === true || (there && rest.length === 0)) throw refusal(31250, `Path collision at ${path}`);
  if (rest.length === 0) {
    tree.set(name, true);
    return;
  }
  const next: Tree = there ?? new Map();
  tree.set(name, next);
  plant(next, rest, path);
}

function pick(value: unknown, tree: Tree, keeping: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => pick(element, tree, keeping)).filter((element) => element !== undefined);
  }
  if (!isDocument(value)) return keeping ? undefined : value;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const branch = tree.get(name);
    if (branch instanceof Map) {
      const picked = pick(field, branch, keeping);
      if (picked !== undefined) setField(result, name, picked);
    } else if ((branch === true) === keeping) setField(result, name, field);
  }
  return result;
}

import { Long } from 'bson';
import { type Doc, isDocument } from './bson-value.ts';
import { refusal } from './refusal.ts';
import { truthy } from './truthy.ts';
import { child } from './update-path.ts';

/** Compiles `$unwind`: one document per element; others pass unchanged, null, missing and empty only if asked to. */
export function compileUnwind(value: unknown): (docs: Iterable<Doc>) => Iterable<Doc> {
  const given = isDocument(value) ? value : { path: value };
  const odd = Object.keys(given).find(
    (name) => !['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name),
  );
  if (odd) throw refusal(28811, `unrecognized option to $unwind stage: ${odd}`);
  const { path, preserveNullAndEmptyArrays, includeArrayIndex } = given;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw refusal(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' ||
      includeArrayIndex.startsWith('$') ||
      includeArrayIndex.includes('.'))
  ) {
    throw refusal(28810, 'includeArrayIndex must be a plain field name');
  }
  const parts = path.slice(1).split('.');
  const keep = truthy(preserveNullAndEmptyArrays);
  const numbered = (doc: Doc, place: Long | null): Doc =>
    typeof includeArrayIndex === 'string' ? { ...doc, [includeArrayIndex]: place } : doc;
  return function* (docs) {
    for (const doc of docs) {
      const found = parts.reduce<unknown>((at, part) => (isDocument(at) ? child(at, part) : undefined), doc);
      if (Array.isArray(found) && found.length > 0) {
        for (const [place, element] of found.entries())
          yield numbered(replaced(doc, parts, element), Long.fromNumber(place));
      } else if (found !== undefined && found !== null && !Array.isArray(found)) yield numbered(doc, null);
      else if (keep) yield numbered(Array.isArray(found) ? replaced(doc, parts, undefined) : doc, null);
    }
  };
}

function replaced(doc: Doc, [name = '', ...rest]: string[], value: unknown): Doc {
  const next = rest.length > 0 ? replaced(doc[name] as Doc, rest, value) : value;
  const result: Doc = { ...doc, [name]: next };
  if (next === undefined) delete result[name];
  return result;
}

import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { child, isPlace } from './path.ts';
import { refusal } from './refusal.ts';

/** Reads along a path; undefined when anything on it is missing. */
export function read(doc: Doc, path: string[]): unknown {
  return path.reduce<unknown>(child, doc);
}

/** Writes along a path, making documents where nothing is; throws 28 when something is in the way. */
export function write(doc: Doc, path: string[], value: unknown): void {
  let at: unknown = doc;
  for (const [depth, part] of path.entries()) {
    const current = child(at, part);
    const next = depth === path.length - 1 ? value : current === undefined ? {} : current;
    if (Array.isArray(at) && isPlace(part)) {
      const place = Number(part);
      if (place - at.length > 1_500_000) throw refusal(2, "can't backfill more than 1500000 elements");
      while (at.length < place) at.push(null);
      at[place] = next;
    } else if (isDocument(at)) setField(at, part, next);
    else {
      const where = path.slice(0, depth).join('.');
      throw refusal(28, `Cannot create field '${part}' in element {${where}: ${typeName(at)}}`);
    }
    at = next;
  }
}

/** Removes what a path names: a field goes, an array's element becomes null. */
export function erase(doc: Doc, path: string[]): void {
  const last = path.at(-1) ?? '';
  const parent = read(doc, path.slice(0, -1));
  if (Array.isArray(parent)) {
    if (isPlace(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDocument(parent)) delete parent[last];
}

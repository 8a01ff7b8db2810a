import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { emptyArray } from './key-order.ts';
import { refusal, unsupported } from './mongo-refusal.ts';

/** True for a path component that can be a place in an array. */
export function isPlace(part: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(part);
}

/** The parts of a path; throws `code` when one is empty or begins with $. */
export function partsOf(path: string, code: number): string[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part.startsWith('$')))
    throw unsupported(code, `The path '${path}'`);
  return parts;
}

/** The own child of a document or array; undefined when missing. */
export function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isPlace(part) ? value[Number(part)] : undefined;
  return isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/**
 * Calls `test` with the values a query path stands for, going through arrays of documents on the way, until it
 * returns true. Missing values are undefined. An array at the end is given as it is.
 */
export function anyAt(
  value: unknown,
  parts: readonly string[],
  test: (value: unknown) => boolean,
  at = 0,
): boolean {
  const part = parts[at];
  if (part === undefined) return test(value);
  if (!Array.isArray(value)) return anyAt(child(value, part), parts, test, at + 1);
  if (isPlace(part) && Number(part) < value.length && anyAt(value[Number(part)], parts, test, at + 1))
    return true;
  return value.some((element) => isDocument(element) && anyAt(element, parts, test, at));
}

/** As `anyAt`, but an array at the end stands for each of its elements as well. */
export function anyValueAt(doc: Doc, parts: readonly string[], test: (value: unknown) => boolean): boolean {
  return anyAt(doc, parts, (value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** The values a document has at a path for sorting and for indexes, at least one: arrays give their elements. */
export function keyValues(doc: Doc, parts: readonly string[]): unknown[] {
  const values: unknown[] = [];
  anyAt(doc, parts, (value) => {
    if (!Array.isArray(value)) values.push(value);
    else values.push(...(value.length > 0 ? value : [emptyArray]));
    return false;
  });
  return values.length > 0 ? values : [undefined];
}

/** Throws `code` when a path is there twice or lies below another. */
export function refuseConflicts(code: number, paths: string[]): void {
  const known = new Set(paths);
  const clash = paths.find(
    (path, place) =>
      paths.indexOf(path) < place ||
      path.split('.').some((_, depth, parts) => depth > 0 && known.has(parts.slice(0, depth).join('.'))),
  );
  if (clash !== undefined) throw refusal(code, `The path '${clash}' would create a conflict with another`);
}

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

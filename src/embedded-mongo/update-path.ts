import { type Doc, isDocument, setField, typeName } from './bson-value.ts';
import { compileMatch, type Match } from './match.ts';
import { isPlace } from './path.ts';
import { refusal } from './refusal.ts';

/** What an update's paths may refer to: compiled arrayFilters, and the place the query matched for `$`. */
export type Places = { filters: Map<string, Match>; matched: (path: string[]) => number | undefined };

/** Compiles arrayFilters (`[{ 'x.score': { $lt: 3 } }]`) to one filter per identifier. */
export function compileArrayFilters(list: unknown): Map<string, Match> {
  const filters = new Map<string, Match>();
  if (list === undefined) return filters;
  if (!Array.isArray(list)) throw refusal(14, 'arrayFilters must be an array');
  for (const filter of list) {
    const names = isDocument(filter) ? Object.keys(filter) : [];
    const name = names[0]?.split('.')[0];
    if (!name || names.some((one) => one.startsWith('$') || one.split('.')[0] !== name)) {
      throw refusal(9, 'An array filter must name one identifier in all of its fields');
    }
    if (filters.has(name))
      throw refusal(9, `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, compileMatch(filter));
  }
  return filters;
}

/** Replaces `$`, `$[]` and `$[name]` in a path by the array places they stand for in this document. */
export function concretePaths(doc: Doc, path: string, places: Places): string[][] {
  let open: { value: unknown; done: string[] }[] = [{ value: doc, done: [] }];
  for (const part of path.split('.')) {
    if (part === '') throw refusal(56, `The update path '${path}' contains an empty field name`);
    const next: typeof open = [];
    for (const { value, done } of open) {
      if (!part.startsWith('$') || ['$ref', '$id', '$db'].includes(part)) {
        next.push({ value: child(value, part), done: [...done, part] });
        continue;
      }
      if (!Array.isArray(value)) {
        throw refusal(2, `The path '${done.join('.')}' must be an array to apply '${part}'`);
      }
      for (const place of placesOf(part, value, done, places)) {
        next.push({ value: value[place], done: [...done, String(place)] });
      }
    }
    open = next;
  }
  return open.map(({ done }) => done);
}

function placesOf(part: string, value: unknown[], done: string[], places: Places): number[] {
  if (part === '$') {
    const place = places.matched(done);
    if (place === undefined) {
      throw refusal(2, 'The positional operator did not find the match needed from the query.');
    }
    return [place];
  }
  const name = part.startsWith('$[') && part.endsWith(']') ? part.slice(2, -1) : undefined;
  if (name === undefined) throw refusal(52, `Field name '${part}' is not valid for storage`);
  if (name === '') return value.map((_, place) => place);
  const filter = places.filters.get(name);
  if (!filter) throw refusal(2, `No array filter found for identifier '${name}'`);
  return value.flatMap((element, place) => (filter({ [name]: element }) ? [place] : []));
}

/** The own child of a document or array. */
export function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isPlace(part) ? value[Number(part)] : undefined;
  return isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/** Reads along a concrete path; undefined when anything on it is missing. */
export function read(doc: Doc, path: string[]): unknown {
  return path.reduce<unknown>(child, doc);
}

/** Writes along a concrete path, making documents where nothing is; throws 28 when something is in the way. */
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
    else throw blocked(path, depth, at);
    at = next;
  }
}

function blocked(path: string[], depth: number, value: unknown): Error {
  const where = path.slice(0, depth).join('.');
  return refusal(28, `Cannot create field '${path[depth]}' in element {${where}: ${typeName(value)}}`);
}

/** Removes what a concrete path names: a field goes, an array's element becomes null. */
export function erase(doc: Doc, path: string[]): void {
  const last = path.at(-1) ?? '';
  const parent = read(doc, path.slice(0, -1));
  if (Array.isArray(parent)) {
    if (isPlace(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDocument(parent)) delete parent[last];
}

import { type Doc, isDocument } from './bson-value.ts';
import { compileMatch, isOperatorDocument } from './match.ts';
import { read } from './update-path.ts';

const negations = ['$ne', '$nin', '$not', '$exists', '$nor'];

/**
 * The place `$` stands for: the first element of the array at `path` that meets every condition the filter has on that
 * array. Undefined when no condition is on it or no single element meets them all.
 */
export function matchedPlace(doc: Doc, filter: Doc, path: string[]): number | undefined {
  const array = read(doc, path);
  if (!Array.isArray(array)) return undefined;
  const conditions = conditionsOn(filter, path.join('.'));
  if (conditions.length === 0) return undefined;
  const place = array.findIndex((element) => conditions.every((condition) => condition(element)));
  return place < 0 ? undefined : place;
}

function conditionsOn(filter: Doc, name: string): ((element: unknown) => boolean)[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => conditionsOn(part, name));
    if (key !== name && !key.startsWith(`${name}.`)) return [];
    if (isDocument(condition) && isOperatorDocument(condition) && negations.some((one) => one in condition))
      return [];
    const match = compileMatch({ [`v${key.slice(name.length)}`]: condition });
    return [(element: unknown) => match({ v: [element] })];
  });
}

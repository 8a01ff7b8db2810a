import { BSONRegExp } from 'bson';
import { type Doc, isDocument } from './bson-value.ts';
import { fieldOf } from './path.ts';
import { compilePipeline, type Stage } from './pipeline.ts';
import { refusal, unsupported } from './refusal.ts';

/** Finds documents of another collection of the same database. */
export type FindIn = (collection: string, filter: Doc) => Doc[];

/** Compiles `$lookup` by localField and foreignField, with an optional pipeline over what they found. `let` is refused. */
export function compileLookup(value: unknown, findIn: FindIn | undefined): Stage {
  if (!isDocument(value) || !findIn) throw refusal(9, 'the $lookup specification must be an object');
  const { from, localField, foreignField, as, pipeline, ...others } = value;
  const odd = Object.keys(others)[0];
  if (odd) throw unsupported(9, `$lookup option '${odd}'`);
  if ([from, localField, foreignField, as].some((one) => typeof one !== 'string' || one === '')) {
    throw refusal(9, '$lookup needs from, localField, foreignField and as');
  }
  if (String(as).includes('.')) throw unsupported(9, "$lookup into a dotted 'as'");
  const after = pipeline === undefined ? undefined : compilePipeline(pipeline, findIn);
  const parts = String(localField).split('.');
  return function* (docs) {
    for (const doc of docs) {
      const wanted = localValues(doc, parts);
      if (wanted.some((one) => one instanceof BSONRegExp))
        throw refusal(9, '$lookup by a regular expression is not supported');
      const found = findIn(String(from), { [String(foreignField)]: { $in: wanted } });
      yield { ...doc, [String(as)]: after ? [...after(found)] : found };
    }
  };
}

// Every value the path reaches through documents and arrays; a missing one counts as null.
function localValues(value: unknown, parts: string[], at = 0): unknown[] {
  const part = parts[at];
  if (Array.isArray(value)) {
    if (part === undefined) return value;
    return value.flatMap((element) => localValues(element, parts, at));
  }
  return part === undefined ? [value ?? null] : localValues(fieldOf(value, part), parts, at + 1);
}

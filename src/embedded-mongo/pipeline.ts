import { stages as allStages } from './allowed.ts';
import { type Doc, isDocument } from './bson-value.ts';
import { compileGroup } from './group.ts';
import { compileLookup, type FindIn } from './lookup.ts';
import { compileMatch } from './match.ts';
import { isNumber, toDouble } from './number-parts.ts';
import { compileAddFields, compileProjection } from './projection.ts';
import { refusal } from './refusal.ts';
import { compileSort } from './sort.ts';
import { compileUnwind } from './unwind.ts';

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** Compiles a pipeline. `findIn` reads other collections of the database, for `$lookup`. Throws 40324 for stages not accepted. */
export function compilePipeline(
  pipeline: unknown,
  findIn?: FindIn,
  allowed: ReadonlySet<string> = allStages,
): Stage {
  if (!Array.isArray(pipeline)) throw refusal(14, "'pipeline' must be an array");
  const compiled = pipeline.map((stage) => {
    const [name = '', ...others] = isDocument(stage) ? Object.keys(stage) : [];
    if (!isDocument(stage) || others.length > 0 || name === '') {
      throw refusal(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (!allowed.has(name)) {
      throw refusal(40324, `Pipeline stage '${name}' is not supported here by the embedded database`);
    }
    return compileStage(name, stage[name], findIn);
  });
  return (docs) => compiled.reduce((input, stage) => stage(input), docs);
}

function each(change: (doc: Doc) => Doc): Stage {
  return function* (docs) {
    for (const doc of docs) yield change(doc);
  };
}

function count(operator: string, value: unknown, least: number): number {
  const number = isNumber(value) ? toDouble(value) : Number.NaN;
  if (!Number.isInteger(number) || number < least)
    throw refusal(15958, `invalid argument to ${operator} stage: expected a whole number from ${least} on`);
  return number;
}

function compileStage(name: string, value: unknown, findIn: FindIn | undefined): Stage {
  switch (name) {
    case '$match': {
      const match = compileMatch(value);
      return function* (docs) {
        for (const doc of docs) if (match(doc)) yield doc;
      };
    }
    case '$group':
      return compileGroup(value);
    case '$sort': {
      const { keyOf } = compileSort(value);
      return (docs) => {
        const keyed = Array.from(docs, (doc) => ({ doc, key: keyOf(doc) }));
        return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ doc }) => doc);
      };
    }
    case '$limit': {
      const most = count(name, value, 1);
      return function* (docs) {
        let given = 0;
        for (const doc of docs) {
          yield doc;
          if (++given >= most) return;
        }
      };
    }
    case '$skip': {
      const first = count(name, value, 0);
      return function* (docs) {
        let seen = 0;
        for (const doc of docs) if (seen++ >= first) yield doc;
      };
    }
    case '$project':
      return each(compileProjection(value));
    case '$addFields':
    case '$set':
      return each(compileAddFields(value));
    case '$unset': {
      const names = Array.isArray(value) ? value : [value];
      if (names.length === 0 || names.some((one) => typeof one !== 'string'))
        throw refusal(31002, '$unset takes field names');
      return each(compileProjection(Object.fromEntries(names.map((one) => [one, 0]))));
    }
    case '$unwind':
      return compileUnwind(value);
    case '$count': {
      if (typeof value !== 'string' || value === '' || value.includes('.') || value.startsWith('$'))
        throw refusal(40156, 'the count field must be a plain name');
      return function* (docs) {
        let total = 0;
        for (const _ of docs) total++;
        if (total > 0) yield { [value]: total };
      };
    }
    case '$facet':
      return facet(value, findIn);
    default:
      return compileLookup(value, findIn);
  }
}

function facet(value: unknown, findIn: FindIn | undefined): Stage {
  if (!isDocument(value) || Object.keys(value).length === 0)
    throw refusal(40169, 'the $facet specification must be a non-empty object');
  const branches = Object.entries(value).map(([name, pipeline]) => {
    if (Array.isArray(pipeline) && pipeline.some((stage) => isDocument(stage) && '$facet' in stage))
      throw refusal(40600, '$facet is not allowed within a $facet stage');
    return [name, compilePipeline(pipeline, findIn)] as const;
  });
  return (docs) => {
    const all = [...docs];
    return [Object.fromEntries(branches.map(([name, run]) => [name, [...run(all)]]))];
  };
}

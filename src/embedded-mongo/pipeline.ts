import { stages } from './allowed.ts';
import { type Doc, onlyField } from './bson-value.ts';
import { compileGroup } from './group.ts';
import { compileMatch } from './match.ts';
import { refusal, unsupported } from './mongo-refusal.ts';
import { wholeOf } from './number.ts';
import { compileProjection } from './projection.ts';
import { compileSort } from './sort.ts';

type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** A pipeline's stage: its name and what it holds. Throws 40323 for anything else. */
export const stageOf = (stage: unknown) => onlyField(stage, 40323, 'A pipeline stage specification');

/** Compiles a pipeline. Throws 40324 for stages not accepted. */
export function compilePipeline(pipeline: unknown[]): Stage {
  const compiled = pipeline.map((stage) => compileStage(...stageOf(stage)));
  return (docs) => compiled.reduce((input, stage) => stage(input), docs);
}

function compileStage(name: string, value: unknown): Stage {
  if (!stages.has(name)) throw unsupported(40324, `Pipeline stage '${name}'`);
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
      const { sorted } = compileSort(value);
      return (docs) => sorted(docs, (doc) => doc);
    }
    case '$project': {
      const project = compileProjection(value);
      return function* (docs) {
        for (const doc of docs) yield project(doc);
      };
    }
    default:
      return name === '$limit' ? slice(0, count(name, value, 1)) : slice(count(name, value, 0));
  }
}

function count(operator: string, value: unknown, least: number): number {
  const number = wholeOf(value) ?? -1;
  if (number < least)
    throw refusal(15958, `invalid argument to ${operator} stage: expected a whole number from ${least} on`);
  return number;
}

/** Passes over the first `skip` of a sequence and ends before the one numbered `stop`. */
export function slice<T>(skip: number, stop = Number.POSITIVE_INFINITY) {
  return function* (all: Iterable<T>): Generator<T> {
    let seen = 0;
    for (const one of all) {
      if (seen++ >= skip) yield one;
      if (seen >= stop) return;
    }
  };
}

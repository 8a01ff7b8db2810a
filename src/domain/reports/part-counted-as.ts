import type { Part } from '../analysis/result.ts';
import type { Visit } from '../followups/visit.ts';

/**
 * Under which name these people of a round were counted, if exactly they were: their manager or department may have been
 * corrected since. Undefined of people who were counted apart, or together with others: then nothing that is kept is theirs.
 */
export const partCountedAs = (
  kind: Part['kind'],
  people: readonly Visit[],
  everybody: readonly Visit[],
): Part | undefined => {
  const [first, ...rest] = people.filter(isCounted);
  if (first === undefined) return undefined;
  const name = first[kind];
  if (name === undefined || rest.some((visit) => visit[kind] !== name)) return undefined;
  const together = everybody.filter((visit) => isCounted(visit) && visit[kind] === name);
  if (together.length !== rest.length + 1) return undefined;
  return first.manager !== undefined && kind === 'manager'
    ? { kind: 'manager', person: first.manager }
    : { kind: 'department', department: first.department };
};

const isCounted = ({ excuse }: Visit): boolean => excuse !== 'withdrawn';

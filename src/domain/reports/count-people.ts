import { type Visit, whose } from '../followups/visit.ts';
import type { PeopleCount } from './report.ts';

/** People, not visits (S3): each once, whatever the number of visits. Whoever withdrew from a training is not due in it. */
export const countPeople = (visits: readonly Visit[]): PeopleCount => {
  const due = visits.filter((visit) => visit.excuse !== 'withdrawn');
  const people = [...Map.groupBy(due, whose).values()];
  return {
    due: people.length,
    answered: people.filter((own) => own.some((visit) => visit.state === 'answered')).length,
    excused: people.filter((own) => own.every((visit) => visit.state === 'excused')).length,
  };
};

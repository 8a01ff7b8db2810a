import type { Visit } from '../followups/visit.ts';
import type { Stores } from '../stores.ts';

/**
 * Absences that were taken back: staff who were told of one see so where they read it, staff who were not hear nothing of it.
 * Safe to repeat.
 */
export const tellOfAttendance = async (
  { deliveries }: Pick<Stores, 'deliveries'>,
  visits: readonly Pick<Visit, 'id' | 'absencesTakenBack'>[],
): Promise<void> => {
  const subjects = visits.flatMap(({ id, absencesTakenBack = 0 }) =>
    Array.from({ length: absencesTakenBack }, (_, earlier) => ({
      kind: 'not-attended' as const,
      visit: id,
      number: earlier + 1,
    })),
  );
  if (subjects.length === 0) return;
  await deliveries.withhold(subjects);
  for (const { id } of await deliveries.about(subjects)) await deliveries.wantSaying(id, 'taken back');
};

import type { Migration } from './migration.ts';

/** Another reads the file, or there is no room for a second one: it must be tried again, and is, at the next start. */
const tryAgain: readonly unknown[] = [117, 14031];

/**
 * What the migrations before replaced goes for good. The embedded server writes its file anew; MongoDB gives the room back, where the
 * account may do that: there old backups and the oplog hold it for a while, and the README says so.
 */
export const wiped: Migration = {
  number: 7,
  name: '007-wiped',
  alone: true,
  add: async ({ db, given: { log } }) => {
    const there = new Set(
      (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
    );
    for (const compact of ['responses', 'visits', 'results', 'issues'].filter((name) => there.has(name))) {
      try {
        await db.command({ compact });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (tryAgain.includes(code)) throw error;
        log?.warn(
          { collection: compact, code },
          'the database keeps the room of what was removed until it needs it',
        );
      }
    }
  },
};

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { loadQuestionnaires } from '../documents/questionnaires/load-questionnaires.ts';
import { realClock } from '../domain/kernel/clock.ts';
import { createWorkingCalendar } from '../domain/kernel/working-calendar.ts';
import type { SaidMeanings } from '../domain/rosters/heading-memory.ts';
import type { RosterRow } from '../domain/rosters/roster-row.ts';
import { type ImportOutlook, importOutlook } from '../domain/sequels/import-outlook.ts';
import { databaseFile } from '../embedded-mongo/backup.ts';
import { startEmbeddedMongo } from '../embedded-mongo/start-embedded-mongo.ts';
import { lookIn } from '../store/look-in.ts';

/** The rules, and the database to read in if there is one: for whoever asks what would follow and changes nothing. */
export interface Look {
  /** Whether there is a database to compare with. */
  readonly compares: boolean;
  outlook(rows: readonly RosterRow[]): Promise<ImportOutlook>;
  close(): Promise<void>;
}

/** Throws `UnusableQuestionnaires`; a database that cannot be reached is no reason not to look. */
export const openLook = async (
  config: Pick<Config, 'database' | 'settings' | 'questionnairesFolder'>,
): Promise<Look> => {
  const { questionnaires } = loadQuestionnaires(config.questionnairesFolder);
  const { settings } = config;
  const calendar = createWorkingCalendar(settings.organisation.calendar);
  const database = await reach(config.database, settings.organisation.timeZone).catch(() => undefined);
  return {
    compares: database !== undefined,
    outlook: (rows) =>
      importOutlook({ clock: realClock, settings, calendar, questionnaires }, rows, database?.stores),
    close: async () => database?.close(),
  };
};

/** What was said of roster files of these shapes; nothing where there is no database, or none that answers. */
export const recallHeadings = async (
  { database: place, settings }: Pick<Config, 'database' | 'settings'>,
  shapes: readonly string[],
): Promise<SaidMeanings | undefined> => {
  const database = await reach(place, settings.organisation.timeZone).catch(() => undefined);
  try {
    return await database?.stores.headingMemory.recall(shapes);
  } finally {
    await database?.close();
  }
};

/** One that was never begun is not begun by looking. */
const reach = async (place: Config['database'], timeZone: string) => {
  if (place.kind === 'server') return lookIn(place.uri, place.name, timeZone);
  const folder = join(place.folder, 'database');
  if (!existsSync(databaseFile(folder))) return undefined;
  const embedded = await startEmbeddedMongo({ folder });
  const looked = await lookIn(embedded.uri, place.name, timeZone).catch(async (error: unknown) => {
    await embedded.close();
    throw error;
  });
  if (looked === undefined) await embedded.close();
  return (
    looked && {
      stores: looked.stores,
      close: async () => {
        await looked.close();
        await embedded.close();
      },
    }
  );
};

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config/config.ts';
import { WrongConfiguration } from './config/wrong-configuration.ts';
import { checkAsked } from './documents/questionnaires/check-asked.ts';
import { loadQuestionnaires } from './documents/questionnaires/load-questionnaires.ts';
import { UnusableQuestionnaires } from './documents/questionnaires/unusable-questionnaires.ts';
import { type Actor, byProduct } from './domain/audit/by.ts';
import type { TellProgress } from './domain/imports/apply-import.ts';
import { finishBrokenOff, importRoster } from './domain/imports/import-roster.ts';
import type { ImportSummary } from './domain/imports/import-summary.ts';
import { type Clock, realClock } from './domain/kernel/clock.ts';
import type { Log } from './domain/kernel/log.ts';
import { createWorkingCalendar } from './domain/kernel/working-calendar.ts';
import type { Means } from './domain/means.ts';
import { createResponseKeys } from './domain/responses/response-keys.ts';
import type { SaidMeanings } from './domain/rosters/heading-memory.ts';
import type { RosterRow } from './domain/rosters/roster-row.ts';
import { afterTrainings } from './domain/sequels/after-trainings.ts';
import { type ImportOutlook, importOutlook } from './domain/sequels/import-outlook.ts';
import { finishUndoing, type UndoOutcome, undoImport } from './domain/sequels/undo-import.ts';
import type { Stores } from './domain/stores.ts';
import { startEmbeddedMongo } from './embedded-mongo/start-embedded-mongo.ts';
import { DamagedDatabase } from './store/migrations/damaged-database.ts';
import { LaterDatabase } from './store/migrations/later-database.ts';
import { type OpenedStores, openStores } from './store/open-stores.ts';

export interface OfficeParts {
  /** The product's clock; real time if not given. */
  readonly clock?: Clock;
  readonly realClock?: Clock;
  readonly closingPauseMs?: number;
  /** How often is looked whether a later version has left this one behind, in milliseconds. */
  readonly lookEveryMs?: number;
  readonly log?: Log;
  readonly random?: () => number;
  /** How long a process that says nothing more is believed to be sending, in milliseconds. */
  readonly leaseMs?: number;
  /** Wraps the stores (the demo speaks for people whose Teams language and zone it chooses). */
  readonly wrapStores?: (stores: Stores) => Stores;
}

/** Everything but the channels: the database is open, its secret is the right one, the rules are at hand. */
export interface Office {
  readonly stores: Stores;
  readonly deps: Stores & Omit<Means, 'messenger'>;
  /** Questionnaires that are not published: nobody is asked them. */
  readonly drafts: readonly string[];
  readonly database: OpenedStores['connection'];
  /** Resolves when a later version has left this one behind: whoever opened the office must close it. */
  readonly tooOld: OpenedStores['tooOld'];
  /** `begunBy`: whoever runs commands on this machine, unless given. */
  importRoster(
    rows: readonly RosterRow[],
    fileName: string,
    begunBy?: Actor,
    tell?: TellProgress,
  ): Promise<ImportSummary>;
  /** Finishes imports that were broken off, but for one of these rows: what they bring is there before. */
  finishBrokenOff(rows: readonly RosterRow[]): Promise<readonly ImportSummary[]>;
  /** Takes the last import back, if nothing was sent because of it. */
  undoImport(by?: Actor): Promise<UndoOutcome>;
  /** What will follow from a roster; changes nothing. */
  outlook(rows: readonly RosterRow[]): Promise<ImportOutlook>;
  /** Keeps what was said of roster files of this shape. */
  rememberHeadings(shape: string, meanings: SaidMeanings): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than Teams lets a request live (5 s), so that no answer is on its way when a round is counted. */
const closingPauseMs = 6000;

/**
 * Opens the database and what works on it. Throws `WrongConfiguration` when it cannot be reached or belongs to another
 * secret, `LaterDatabase`, `DamagedDatabase`, `UnusableQuestionnaires` when something that is to be asked, or was, is wrong.
 */
export const openOffice = async (config: Config, parts: OfficeParts = {}): Promise<Office> => {
  const { questionnaires, drafts } = loadQuestionnaires(config.questionnairesFolder);
  const embedded =
    config.database.kind === 'embedded'
      ? await startEmbeddedMongo({ folder: join(config.database.folder, 'database') })
      : undefined;
  const uri = config.database.kind === 'server' ? config.database.uri : (embedded?.uri ?? '');
  const responseKeys = createResponseKeys(config.answerSecret);
  const mayEnter = async ({ secretFingerprint, rounds }: Stores): Promise<void> => {
    if ((await secretFingerprint.keep(responseKeys.fingerprint)) !== responseKeys.fingerprint) {
      throw new WrongConfiguration('ANSWER_SECRET', 'This database was begun with another secret.');
    }
    const problems = checkAsked(questionnaires, await rounds.questionnairesAsked());
    if (problems.length > 0) throw new UnusableQuestionnaires(problems);
  };
  const opened = await openStores({
    uri,
    dbName: config.database.name,
    answerSecret: config.answerSecret,
    timeZone: config.settings.organisation.timeZone,
    realClock: parts.realClock ?? realClock,
    given: { questionnaires, settings: config.settings },
    mayEnter,
    ...(parts.lookEveryMs === undefined ? {} : { lookEveryMs: parts.lookEveryMs }),
    ...(parts.log === undefined ? {} : { log: parts.log }),
  }).catch(async (error: unknown) => {
    await embedded?.close();
    const isOurs = [LaterDatabase, DamagedDatabase, WrongConfiguration, UnusableQuestionnaires].some(
      (kind) => error instanceof kind,
    );
    if (isOurs) throw error;
    throw new WrongConfiguration('MONGODB_URI', error instanceof Error ? error.message : String(error));
  });
  const close = async (): Promise<void> => {
    await opened.close();
    await embedded?.close();
  };

  const stores = parts.wrapStores?.(opened.stores) ?? opened.stores;
  const random = parts.random ?? Math.random;
  const wait = async (ms: number): Promise<void> => pause(ms);
  const deps = {
    ...stores,
    clock: parts.clock ?? realClock,
    realClock: parts.realClock ?? realClock,
    settings: config.settings,
    calendar: createWorkingCalendar(config.settings.organisation.calendar),
    owner: randomUUID(),
    random,
    questionnaires,
    responseKeys,
    pause: wait,
    ...(parts.leaseMs === undefined ? {} : { leaseMs: parts.leaseMs }),
    ...(parts.log === undefined ? {} : { log: parts.log }),
    closingPauseMs: parts.closingPauseMs ?? closingPauseMs,
  };
  return {
    stores,
    deps,
    drafts,
    database: opened.connection,
    tooOld: opened.tooOld,
    importRoster: async (rows, fileName, begunBy = { commandLine: true }, tell = undefined) => {
      // Else what is half taken back would be taken from under the newer one.
      await finishUndoing(deps, byProduct('recovering', deps));
      const roster = { rows, fileName, begunBy };
      return importRoster(deps, roster, (codes, by) => afterTrainings(deps, codes, by), tell);
    },
    finishBrokenOff: async (rows) => {
      await finishUndoing(deps, byProduct('recovering', deps));
      return finishBrokenOff(deps, rows, (codes, by) => afterTrainings(deps, codes, by));
    },
    undoImport: (who = { commandLine: true }) => undoImport(deps, { who, at: deps.clock.now() }),
    outlook: (rows) => importOutlook(deps, rows, deps),
    rememberHeadings: (shape, meanings) => stores.headingMemory.remember(shape, meanings, deps.clock.now()),
    ping: opened.ping,
    close,
  };
};

import { type By, byProduct } from '../audit/by.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { type ChangeCounts, counted, nothingCounted } from '../trainings/change-counts.ts';
import { applyTrainings, type KeepTrace } from './apply-trainings.ts';
import type { ImportSummary } from './import-summary.ts';
import type { TraceKey } from './import-trace.ts';
import { rosterBatches, type TrainingRows } from './roster-batches.ts';
import { differs } from './roster-changes.ts';
import type { RosterImport } from './roster-import.ts';

export type ImportDeps = Pick<Stores, 'people' | 'trainings' | 'imports' | 'importTraces'> &
  Pick<Means, 'clock' | 'log'>;

/** What is to happen with trainings of a roster once all their rows are applied: their follow-up is planned. Must be repeatable. */
export type AfterTrainings = (codes: readonly TrainingCode[], by: By) => Promise<void>;

/** Is told how many rows are through, of how many. */
export type TellProgress = (done: number, of: number) => void;

/**
 * Applies a stored import, some trainings at a time, and marks it finished. They count as applied only when `afterTrainings` is
 * through as well: killed anywhere, those being worked on are done again. A training that cannot be brought in stops no other:
 * it is named, and the import stays unfinished, so that it is tried again.
 */
export const applyImport = async (
  deps: ImportDeps,
  rosterImport: RosterImport,
  afterTrainings: AfterTrainings,
  tell?: TellProgress,
): Promise<ImportSummary> => {
  const { id, rows, applied } = rosterImport;
  let trainings = nothingCounted;
  let participants = nothingCounted;
  const touched: TrainingCode[] = [];
  const failed: TrainingCode[] = [];
  const roster = { id, run: rosterImport.restarts ?? 0 };
  let reached = applied;
  /** Up to the first that failed: from there it is gone through again. */
  let through = applied;
  tell?.(reached, rows.length);
  // Where it was broken off a training ended; the version before may have ended within a batch of this one's.
  for (const batch of rosterBatches(rows.slice(applied))) {
    const by = { who: rosterImport.begunBy ?? byProduct('importing', deps).who, at: deps.clock.now() };
    const apply = async (some: readonly TrainingRows[]): Promise<void> => {
      const trace = keepTrace(deps, { importId: id, run: roster.run }, codeOf(some[0] as TrainingRows));
      const changes = await applyTrainings({ ...deps, trace }, some, roster, by);
      const codes = changes.map(({ training }) => training.code);
      await afterTrainings(codes, by);
      trainings = changes.reduce((counts, { change }) => counted(counts, change), trainings);
      participants = changes.reduce((counts, change) => sum(counts, change.participants), participants);
      touched.push(...codes);
    };
    try {
      await apply(batch);
    } catch {
      // Fails where the database is away: then no training is to blame.
      await deps.imports.progress(id, through);
      const kept = touched.length;
      await eachAlone(deps, batch, codeOf, (one) => apply([one]));
      const applied = new Set(touched.slice(kept));
      failed.push(...batch.map(codeOf).filter((code) => !applied.has(code)));
    }
    reached += batch.flat().length;
    if (failed.length === 0) through = reached;
    await deps.imports.progress(id, through);
    tell?.(reached, rows.length);
  }
  if (failed.length === 0) await deps.imports.finish(id);
  return {
    importId: id,
    fileName: rosterImport.fileName,
    rows: rows.length,
    resumedFrom: applied,
    trainings,
    participants,
    touched,
    failed,
  };
};

const codeOf = ([{ code }]: TrainingRows): TrainingCode => code as TrainingCode;

/** How things were, kept once for each run of an import: killed and done again, the first time counts. */
const keepTrace = (
  { importTraces }: Pick<ImportDeps, 'importTraces'>,
  key: TraceKey,
  first: TrainingCode,
): KeepTrace => ({
  people: async (namings) => {
    if (namings.length === 0) return;
    await importTraces.keepPeople(key, first, {
      appeared: namings.flatMap(({ email, before }) => (before === undefined ? [email] : [])),
      renamed: namings.flatMap(({ email, name, before }) =>
        before === undefined ? [] : [{ email, before: before.name, after: name }],
      ),
    });
  },
  trainings: async (changes) => {
    const traces = changes.map(({ training, before, lines }) => ({
      training: training.code,
      ...(before === undefined ? {} : { before }),
      added: lines.flatMap((line) => (line.before === undefined ? [line.enrolment.person] : [])),
      changed: lines.flatMap((line) => (line.before !== undefined && differs(line) ? [line.before] : [])),
    }));
    await importTraces.keepTrainings(key, traces);
  },
});

const sum = (a: ChangeCounts, b: ChangeCounts): ChangeCounts => ({
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
});

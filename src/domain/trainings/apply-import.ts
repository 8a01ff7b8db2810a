import { type By, byProduct } from '../audit/by.ts';
import type { TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { applyTraining } from './apply-training.ts';
import { type ChangeCounts, counted, type ImportSummary, nothingCounted } from './import-summary.ts';
import type { RosterImport } from './roster-import.ts';

export type ImportDeps = Pick<Stores, 'people' | 'trainings' | 'imports'> & Pick<Means, 'clock'>;

/** What is to happen with each training of a roster once all its rows are applied: its follow-up is planned. Must be repeatable. */
export type AfterTraining = (code: TrainingCode, by: By) => Promise<void>;

/**
 * Applies a stored import training by training and marks it finished. A training counts as applied only when
 * `afterTraining` is through as well: killed anywhere, the one being worked on is done again.
 */
export const applyImport = async (
  deps: ImportDeps,
  rosterImport: RosterImport,
  afterTraining: AfterTraining,
): Promise<ImportSummary> => {
  let trainings = nothingCounted;
  let participants = nothingCounted;
  const touched: TrainingCode[] = [];
  const run = rosterImport.restarts ?? 0;
  let reached = 0;
  for (const rows of Map.groupBy(rosterImport.rows, (row) => row.code).values()) {
    reached += rows.length;
    const [first] = rows;
    if (first === undefined || reached <= rosterImport.applied) continue;
    const by = { who: rosterImport.begunBy ?? byProduct('importing', deps).who, at: deps.clock.now() };
    const applied = await applyTraining(deps, first, rows, { id: rosterImport.id, run }, by);
    await afterTraining(applied.code, by);
    await deps.imports.progress(rosterImport.id, reached);
    trainings = counted(trainings, applied.training);
    participants = sum(participants, applied.participants);
    touched.push(applied.code);
  }
  await deps.imports.finish(rosterImport.id);
  return {
    importId: rosterImport.id,
    fileName: rosterImport.fileName,
    rows: rosterImport.rows.length,
    resumedFrom: rosterImport.applied,
    trainings,
    participants,
    touched,
  };
};

const sum = (a: ChangeCounts, b: ChangeCounts): ChangeCounts => ({
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
});

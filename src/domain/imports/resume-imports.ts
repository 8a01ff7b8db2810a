import { type AfterTrainings, applyImport, type ImportDeps } from './apply-import.ts';
import type { ImportSummary } from './import-summary.ts';

/**
 * Finishes imports that were killed half-way, or of which a training could not be brought in, oldest first. Called at start, and
 * before a newer import. What fails once more of one that is not the newest is given up: tried later still, it would come
 * after the one that has the last word.
 */
export const resumeImports = async (
  deps: ImportDeps,
  afterTrainings: AfterTrainings,
  except?: string,
): Promise<ImportSummary[]> => {
  const summaries: ImportSummary[] = [];
  for (const rosterImport of await deps.imports.unfinished()) {
    const { id } = rosterImport;
    if (id === except) continue;
    const summary = await applyImport(deps, rosterImport, afterTrainings);
    summaries.push(summary);
    const isNewest = except === undefined && (await deps.imports.latest())?.id === id;
    if (summary.failed.length === 0 || isNewest) continue;
    deps.log?.error({ import: id, trainings: summary.failed }, 'trainings of an import are given up');
    await deps.imports.finish(id);
  }
  return summaries;
};

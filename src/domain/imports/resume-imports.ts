import { type AfterTrainings, applyImport, type ImportDeps } from './apply-import.ts';
import type { ImportSummary } from './import-summary.ts';

/** Finishes imports that were killed half-way, oldest first. Called at start, and before a newer import. */
export const resumeImports = async (
  deps: ImportDeps,
  afterTrainings: AfterTrainings,
  except?: string,
): Promise<ImportSummary[]> => {
  const summaries: ImportSummary[] = [];
  for (const rosterImport of await deps.imports.unfinished()) {
    if (rosterImport.id !== except) summaries.push(await applyImport(deps, rosterImport, afterTrainings));
  }
  return summaries;
};

import { createHash } from 'node:crypto';
import type { Actor } from '../audit/by.ts';
import type { RosterRow } from '../rosters/roster-row.ts';
import { type AfterTrainings, applyImport, type ImportDeps, type TellProgress } from './apply-import.ts';
import type { ImportSummary } from './import-summary.ts';
import { resumeImports } from './resume-imports.ts';

/**
 * Stores checked rows as one import and applies it; the order of the rows means nothing. The same rows again
 * are the same import: finished, it is gone through once more and changes nothing unless something else did;
 * killed half-way, it goes on. Unfinished older imports are finished first, so that the newest has the last word.
 */
export const importRoster = async (
  deps: ImportDeps,
  roster: { readonly rows: readonly RosterRow[]; readonly fileName: string; readonly begunBy: Actor },
  afterTrainings: AfterTrainings,
  tell?: TellProgress,
): Promise<ImportSummary> => {
  const rows = inOrder(roster.rows);
  const id = rosterDigest(rows);
  const overtaken = await resumeImports(deps, afterTrainings, id);
  const stored = await deps.imports.open({
    id,
    fileName: roster.fileName,
    rows,
    applied: 0,
    finished: false,
    createdAt: deps.clock.now(),
    begunBy: roster.begunBy,
    traced: true,
  });
  if (!stored.finished && overtaken.length === 0) return applyImport(deps, stored, afterTrainings, tell);
  await deps.imports.finish(id);
  const begun = { by: roster.begunBy, at: deps.clock.now() };
  return applyImport(deps, await deps.imports.restart(id, rows, begun), afterTrainings, tell);
};

/**
 * Finishes what was broken off before, so that it can be said what these rows will change; a broken-off import of these very rows is
 * then older than what was finished, and starts over.
 */
export const finishBrokenOff = async (
  deps: ImportDeps,
  rows: readonly RosterRow[],
  afterTrainings: AfterTrainings,
): Promise<readonly ImportSummary[]> => {
  const id = rosterDigest(inOrder(rows));
  const finished = await resumeImports(deps, afterTrainings, id);
  if (finished.length > 0) await deps.imports.finish(id);
  return finished;
};

const inOrder = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  rows.toSorted((a, b) => compare(a.code, b.code) || compare(a.email, b.email));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lines move about in a file without meaning anything: they are not part of it. */
const rosterDigest = (rows: readonly RosterRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows.map((row) => [
          row.code,
          row.course,
          row.title,
          row.mode,
          row.source,
          row.length,
          row.start,
          row.end,
          row.timeZone,
          row.instructorEmails,
          row.name,
          row.email,
          row.department,
          row.managerEmail ?? '',
          row.withdrawn ?? 'not said',
          // Only where it is said: imports of before keep their digest.
          ...(row.cancelled === undefined ? [] : [row.cancelled]),
        ]),
      ),
    )
    .digest('base64url');

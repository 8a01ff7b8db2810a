import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type RosterReading, readRosterFile } from '../documents/roster-file.ts';
import type { Language, Text } from '../domain/kernel/text.ts';
import { type CheckedRoster, checkRoster } from '../domain/trainings/check-roster.ts';
import type { ImportSummary } from '../domain/trainings/import-summary.ts';
import type { RosterRow } from '../domain/trainings/roster-row.ts';
import { importSummaryText } from '../wording/import-words.ts';
import {
  fileNotFound,
  howToImport,
  ignoredColumns,
  linesSkipped,
  mapNotUnderstood,
  nothingImportable,
  nothingImported,
} from '../wording/roster-words.ts';
import { problemTable } from './problem-table.ts';
import { readImportRequest } from './read-import-request.ts';

/** The opened product, as far as an import needs it. */
export interface ImportOffice {
  importRoster(rows: readonly RosterRow[], fileName: string): Promise<ImportSummary>;
  close(): Promise<void>;
}

export interface ImportSurroundings {
  /** Opened only when there is something to import. */
  openOffice(): Promise<ImportOffice>;
  print(line: string): void;
  readonly language: Language;
  /** Meant where a roster names no zone. */
  readonly timeZone: string;
}

/** 0: imported · 1: the roster has problems, nothing imported · 2: called wrongly, or no such file. */
export type ExitCode = 0 | 1 | 2;

/** `import roster.csv [--skip-bad] [--encoding NAME] [--map HEADING=COLUMN]`: checks the whole file first; imports all of it or, if asked to, its good lines. */
export const runImport = async (argv: readonly string[], around: ImportSurroundings): Promise<ExitCode> => {
  const say = (text: Text) => around.print(text[around.language]);
  const request = readImportRequest(argv);
  if (request === undefined || 'unknownColumn' in request) {
    say(request === undefined ? howToImport : mapNotUnderstood(request.unknownColumn));
    return 2;
  }
  const { path, skipBad } = request;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    say(fileNotFound(path));
    return 2;
  }

  const roster = await check(bytes, request, around.timeZone);
  const { rows, problems, badLines, ignoredHeadings } = roster;
  if (ignoredHeadings.length > 0) say(ignoredColumns(ignoredHeadings));
  if (problems.length > 0) {
    for (const line of problemTable(problems, around.language)) around.print(line);
    around.print('');
    if (rows.length === 0) say(nothingImportable(problems.length));
    else if (!skipBad) say(nothingImported(problems.length, badLines));
    if (rows.length === 0 || !skipBad) return 1;
    say(linesSkipped(badLines));
  }

  const office = await around.openOffice();
  try {
    for (const text of importSummaryText(await office.importRoster(rows, basename(path)))) say(text);
  } finally {
    await office.close();
  }
  return 0;
};

const check = async (bytes: Uint8Array, said: RosterReading, timeZone: string): Promise<CheckedRoster> => {
  const file = await readRosterFile(bytes, said);
  return 'table' in file
    ? checkRoster(file.table, timeZone)
    : { rows: [], problems: [file.problem], ignoredHeadings: [], badLines: 0 };
};

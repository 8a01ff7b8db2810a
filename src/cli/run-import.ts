import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type RosterReading, readRosterFile } from '../documents/roster-file.ts';
import type { Actor } from '../domain/audit/by.ts';
import type { TellProgress } from '../domain/imports/apply-import.ts';
import type { ImportSummary } from '../domain/imports/import-summary.ts';
import type { Language, Text } from '../domain/kernel/text.ts';
import { type CheckedRoster, checkRoster } from '../domain/rosters/check-roster.ts';
import {
  type HeadingMemoryStore,
  type SaidMeanings,
  saidTogether,
  shapeOf,
} from '../domain/rosters/heading-memory.ts';
import type { RosterRow } from '../domain/rosters/roster-row.ts';
import type { ImportOutlook } from '../domain/sequels/import-outlook.ts';
import type { UndoOutcome } from '../domain/sequels/undo-import.ts';
import { checkedOnly, importOutlookText } from '../wording/import-outlook-words.ts';
import { importUndoText } from '../wording/import-undo-words.ts';
import { brokenOffFinished, importSummaryText } from '../wording/import-words.ts';
import { linesToldApart } from '../wording/roster-line-words.ts';
import {
  fileNotFound,
  headingsRecalled,
  howToImport,
  ignoredColumns,
  linesSkipped,
  mapNotUnderstood,
  mapSaidTwice,
  namesWithoutAddresses,
  nothingImportable,
  nothingImported,
  sheetRead,
} from '../wording/roster-words.ts';
import type { Look } from './look.ts';
import { problemTable } from './problem-table.ts';
import { asksToUndo, readImportRequest } from './read-import-request.ts';

/** The opened product, as far as an import needs it. */
export interface ImportOffice {
  /** Finishes what was broken off before: the outlook is of what is there then. */
  finishBrokenOff(rows: readonly RosterRow[]): Promise<readonly ImportSummary[]>;
  outlook(rows: readonly RosterRow[]): Promise<ImportOutlook>;
  importRoster(
    rows: readonly RosterRow[],
    fileName: string,
    begunBy: Actor,
    tell: TellProgress,
  ): Promise<ImportSummary>;
  undoImport(): Promise<UndoOutcome>;
  /** Keeps what was said of files of this shape. */
  rememberHeadings(shape: string, meanings: SaidMeanings): Promise<void>;
  close(): Promise<void>;
}

export interface ImportSurroundings {
  /** Opened only when there is something to import. */
  openOffice(): Promise<ImportOffice>;
  /** Opened instead where nothing is to be imported. */
  openLook(): Promise<Look>;
  /** What was said of files of these shapes before, where there is a database. */
  readonly recall: HeadingMemoryStore['recall'];
  /** Is told how far an import is. */
  readonly progress: TellProgress;
  print(line: string): void;
  readonly language: Language;
  /** Meant where a roster names no zone. */
  readonly timeZone: string;
}

/** An import needs all settings; the sentence says which are missing. */
export class NotConfigured extends Error {}

/** 0: imported, or taken back · 1: the roster has problems, nothing imported, or nothing taken back · 2: called wrongly, or no such file. */
export type ExitCode = 0 | 1 | 2;

/** `import roster.csv [--check] [--skip-bad] [--encoding NAME] [--map HEADING=COLUMN]`: checks the whole file first and says what will follow; then imports all of it or, if asked to, its good lines. */
export const runImport = async (argv: readonly string[], around: ImportSurroundings): Promise<ExitCode> => {
  const say = (text: Text) => around.print(text[around.language]);
  if (asksToUndo(argv)) {
    const office = await around.openOffice();
    try {
      const outcome = await office.undoImport();
      for (const text of importUndoText(outcome)) say(text);
      return outcome.kind === 'already-out' || outcome.kind === 'not-traced' ? 1 : 0;
    } finally {
      await office.close();
    }
  }
  const request = readImportRequest(argv);
  if (request === undefined || !('path' in request)) {
    if (request === undefined) say(howToImport);
    else
      say('saidTwice' in request ? mapSaidTwice(request.saidTwice) : mapNotUnderstood(request.unknownColumn));
    return 2;
  }
  const { path, skipBad } = request;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    say(fileNotFound(path));
    return 2;
  }

  const roster = await check(bytes, { ...request, recall: around.recall }, around.timeZone);
  const { rows, problems, badLines, ignoredHeadings } = roster;
  if (roster.sheet !== undefined) say(sheetRead(roster.sheet));
  if (roster.recalled !== undefined) say(headingsRecalled(roster.recalled));
  for (const text of linesToldApart(roster)) say(text);
  if (roster.namesOnly.length > 0) say(namesWithoutAddresses(roster.namesOnly));
  if (ignoredHeadings.length > 0) say(ignoredColumns(ignoredHeadings));
  if (problems.length > 0) {
    for (const line of problemTable(problems, around.language)) around.print(line);
    around.print('');
    if (rows.length === 0) say(nothingImportable(problems.length));
    else if (!skipBad) say(nothingImported(problems.length, badLines));
    if (rows.length === 0 || !skipBad) return 1;
    say(linesSkipped(badLines));
  }

  if (request.check) {
    const look = await around.openLook();
    try {
      for (const text of importOutlookText(await look.outlook(rows), look.compares)) say(text);
    } finally {
      await look.close();
    }
    say(checkedOnly);
    return 0;
  }
  const office = await around.openOffice();
  try {
    const finished = await office.finishBrokenOff(rows);
    if (finished.length > 0) say(brokenOffFinished(finished.map(({ fileName }) => fileName)));
    for (const text of importOutlookText(await office.outlook(rows), true)) say(text);
    around.print('');
    if (request.map.size > 0 && roster.shape !== undefined)
      await office.rememberHeadings(roster.shape, saidTogether(roster.recalled ?? new Map(), request.map));
    const by = { commandLine: true } as const;
    const summary = await office.importRoster(rows, basename(path), by, around.progress);
    for (const text of importSummaryText(summary)) say(text);
    if (summary.failed.length > 0) return 1;
  } finally {
    await office.close();
  }
  return 0;
};

interface CheckedFile extends CheckedRoster {
  readonly sheet?: string | undefined;
  readonly recalled?: SaidMeanings | undefined;
  readonly shape?: string;
}

const check = async (bytes: Uint8Array, said: RosterReading, timeZone: string): Promise<CheckedFile> => {
  const file = await readRosterFile(bytes, said);
  if ('table' in file) {
    const { sheet, recalled, headings } = file.table;
    return { ...checkRoster(file.table, timeZone), sheet, recalled, shape: shapeOf(headings) };
  }
  return {
    rows: [],
    problems: [file.problem],
    ignoredHeadings: [],
    namesOnly: [],
    badLines: 0,
    asides: [],
    continued: [],
  };
};

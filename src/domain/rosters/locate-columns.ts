import { type HeadingMeaning, meaningOfHeading, type UnderstoodHeading } from './heading-meaning.ts';
import { joinName, splitDates } from './joined-cells.ts';
import { readEnrolment } from './roster-choices.ts';
import { optionalColumns, type RosterColumn, rosterColumns } from './roster-columns.ts';
import type { RosterProblem } from './roster-problem.ts';
import type { RosterTable } from './roster-table.ts';
import { cleanCell } from './roster-text.ts';

/** What the cells of a row say in one column of ours; '' where they say nothing. */
type CellOf = (cells: readonly string[]) => string;

export interface LocatedColumns {
  /** Where each stands; of one that is put together or taken apart the (first) column it is in. */
  readonly places: ReadonlyMap<RosterColumn, number>;
  readonly cellOf: ReadonlyMap<RosterColumn, CellOf>;
  /** The column of who has withdrawn is one of how each enrolment stands. */
  readonly saysEnrolment: boolean;
  /** Headings that mean nothing here; whoever imports is told, for one may be a slip of the pen. */
  readonly ignored: readonly string[];
  /** Headings of columns that name people one writes to without an address. */
  readonly namesOnly: readonly string[];
  readonly problems: readonly RosterProblem[];
}

interface Heading extends UnderstoodHeading {
  readonly heading: string;
  readonly place: number;
}

/** Finds each column by the heading that says it best, wherever it stands. */
export const locateColumns = (table: RosterTable): LocatedColumns => {
  const said = new Map<RosterColumn, number>();
  for (const [place, column] of table.said ?? []) if (column !== 'nothing') said.set(column, place);
  const byMeaning = Map.groupBy(understoodHeadings(table), ({ meaning }) => meaning);
  const best = new Map<HeadingMeaning, Heading>();
  const problems: RosterProblem[] = [];
  const namesOnly: Heading[] = [];
  for (const [meaning, headings] of byMeaning) {
    const column = rosterColumns.find((one) => one === meaning);
    if (column !== undefined && said.has(column)) continue;
    const [first, ...others] = surest(headings);
    if (first === undefined) continue;
    if (holdsNamesOnly(table, first)) {
      namesOnly.push(first);
      continue;
    }
    best.set(meaning, first);
    if (column === undefined) continue;
    for (const { heading } of others)
      problems.push({ code: 'column-twice', line: table.headingLine, column, heading });
  }

  const places = new Map(said);
  const cellOf = new Map<RosterColumn, CellOf>();
  const used = new Set<number>();
  const join = (column: RosterColumn, parts: readonly Heading[], say: (...cells: string[]) => string) => {
    const [first] = parts;
    if (first === undefined) return;
    places.set(column, first.place);
    cellOf.set(column, (cells) => say(...parts.map(({ place }) => cleanCell(cells[place] ?? ''))));
    for (const { place } of parts) used.add(place);
  };
  for (const column of rosterColumns) {
    const heading = best.get(column);
    if (heading !== undefined) places.set(column, heading.place);
  }
  const [given, family] = [best.get('given_name'), best.get('family_name')];
  const isVague = !said.has('name') && (best.get('name')?.rank ?? 'vague') === 'vague';
  if (isVague && given !== undefined && family !== undefined) join('name', [given, family], joinName);
  const dates = best.get('dates');
  if (dates !== undefined)
    for (const column of ['start', 'end'] as const) {
      // Beside the day a start and an end are hours.
      const place = said.has(column) ? undefined : places.get(column);
      if (place !== undefined && holdsOnly(table, place, hour)) places.delete(column);
    }
  const start = best.get('start');
  // A form notes when it was filled in; the day of the training stands in a column of its own.
  if (
    dates?.rank === 'specific' &&
    start !== undefined &&
    places.has('start') &&
    !said.has('start') &&
    !isOfTraining(start.heading)
  )
    problems.push({ code: 'column-twice', line: table.headingLine, column: 'start', heading: dates.heading });
  if (dates !== undefined && !places.has('start') && !places.has('end')) {
    join('start', [dates], (cell) => splitDates(cell)[0]);
    join('end', [dates], (cell) => splitDates(cell)[1]);
  }
  const enrolment = best.get('enrolment_status')?.place ?? statusOfEach(table, new Set(places.values()));
  const saysEnrolment = enrolment !== undefined && !places.has('withdrawn');
  if (saysEnrolment) places.set('withdrawn', enrolment);
  for (const [column, place] of places) {
    used.add(place);
    if (!cellOf.has(column)) cellOf.set(column, (cells) => cleanCell(cells[place] ?? ''));
  }
  for (const column of rosterColumns) {
    if (!places.has(column) && !optionalColumns.includes(column))
      problems.push({ code: 'column-missing', line: table.headingLine, column });
  }
  const email = best.get('email');
  const before =
    email === undefined || email.rank === 'specific' ? undefined : otherBefore(table, email.place);
  if (email !== undefined && before !== undefined && places.has('name')) {
    const details = { before };
    problems.push({
      code: 'column-unclear',
      line: table.headingLine,
      column: 'email',
      heading: email.heading,
      details,
    });
  }
  for (const [place, heading] of table.headings.entries())
    if (
      !used.has(place) &&
      table.said?.has(place) !== true &&
      isStatus(heading) &&
      holdsSome(table, place, leaves)
    )
      problems.push({ code: 'status-unclear', line: table.headingLine, heading });
  // The heading of the column before may have been merged over both: the last day, or a name's other part.
  for (const [place, heading] of table.headings.entries())
    if (place > 0 && cleanCell(heading) === '' && used.has(place - 1) && isMostlyFilled(table, place))
      problems.push({ code: 'heading-empty', line: table.headingLine, value: firstIn(table, place) });
  const told = new Set([...problems, ...namesOnly].map(({ heading }) => heading));
  const ignored = table.headings.filter(
    (heading, place) =>
      cleanCell(heading) !== '' &&
      !used.has(place) &&
      !told.has(heading) &&
      table.said?.get(place) !== 'nothing',
  );
  return {
    ...{ places, cellOf, saysEnrolment, problems },
    ignored: ignored.map(cleanCell),
    namesOnly: namesOnly.map(({ heading }) => cleanCell(heading)),
  };
};

const understoodHeadings = ({ headings, said }: RosterTable): Heading[] =>
  headings.flatMap((heading, place) => {
    const understood = said?.has(place) === true ? undefined : meaningOfHeading(heading);
    return understood === undefined ? [] : { ...understood, heading, place };
  });

/** Those that mean it as surely as any. */
const surest = (headings: readonly Heading[]): readonly Heading[] => {
  const ranks: readonly (readonly Heading[])[] = ['specific', 'plain', 'vague'].map((rank) =>
    headings.filter((heading) => heading.rank === rank),
  );
  return ranks.find((some) => some.length > 0) ?? [];
};

/** Whom a plain address may be of: whoever is named nearest before it, where that is not the participant. */
const otherBefore = ({ headings }: RosterTable, place: number): string | undefined => {
  const nearest = headings
    .slice(0, place)
    .map(cleanCell)
    .findLast((heading) => isOther(heading) || isParticipant(heading));
  return nearest !== undefined && isOther(nearest) ? nearest : undefined;
};
/** One that has an address of its own is not asked about. */
const isOther = (heading: string): boolean =>
  !/mail|邮|郵/iu.test(heading) &&
  /manager|supervisor|boss|reports? to|trainer|instructor|teacher|facilitator|lecturer|speaker|organi[sz]er|coordinator|contact|上级|主管|经理|领导|讲师|講師|老师|教师|培训师|负责人|联系人|组织者|主讲/iu.test(
    heading,
  );
const isParticipant = (heading: string): boolean =>
  ['name', 'given_name', 'family_name'].includes(meaningOfHeading(heading)?.meaning ?? '');

const cellsIn = ({ rows }: RosterTable, place: number): string[] =>
  rows.map(({ cells }) => cleanCell(cells[place] ?? '')).filter((cell) => cell !== '');
const firstIn = (table: RosterTable, place: number): string => cellsIn(table, place)[0] ?? '';
const isMostlyFilled = (table: RosterTable, place: number): boolean =>
  table.rows.length > 0 && cellsIn(table, place).length * 2 > table.rows.length;

const isOfTraining = (heading: string): boolean =>
  /training|class|course|session|offering|event|培训|课|班|培訓|課/iu.test(heading);

const hour = /^(?:[上下]午 ?)?(?:[01]?\d|2[0-3])[:：][0-5]\d(?::[0-5]\d)?(?: ?[ap]m)?$/iu;
const holdsOnly = ({ rows }: RosterTable, place: number, what: RegExp): boolean => {
  const cells = rows.map(({ cells }) => cleanCell(cells[place] ?? '')).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => what.test(cell));
};
const holdsSome = ({ rows }: RosterTable, place: number, what: RegExp): boolean =>
  rows.some(({ cells }) => what.test(cleanCell(cells[place] ?? '')));

/** A status that says of each line how it stands, and not the same of all, is that of the people: `Registered`, `No show`. */
const statusOfEach = (table: RosterTable, used: ReadonlySet<number>): number | undefined => {
  const found = table.headings.flatMap((heading, place) => {
    if (used.has(place) || table.said?.has(place) === true || !/status|状态|狀態/iu.test(heading)) return [];
    const said = table.rows
      .map(({ cells }) => cleanCell(cells[place] ?? ''))
      .filter((cell) => cell !== '')
      .map(readEnrolment);
    const out = said.map((reading) => ('value' in reading ? reading.value : undefined));
    return !out.includes(undefined) && out.includes(true) && out.includes(false) ? [place] : [];
  });
  return found.length === 1 ? found[0] : undefined;
};

/** A mere status may be anything’s; where it says that somebody is out, whose it is must be known. */
const isStatus = (heading: string): boolean =>
  /status|^state$|状态|狀態|情况|备注|remark|^notes?$|comment|attendance|出勤|考勤|签到/iu.test(
    cleanCell(heading),
  );
const leaves =
  /^(?:was )?(?:cancell?ed|withdr[ae]w\w*|dropped|wait[- ]?list\w*|waiting list|no[- ]?show|absent|declined|not attend\w*)\b|^(?:本人)?已?(?:取消|退出|退训|退课|候补|候補|缺席|缺勤|未参加|未出席|离职)/iu;

/** Other systems write who the instructor or manager is by name, and nobody can be written to by that. */
const holdsNamesOnly = ({ rows }: RosterTable, { meaning, rank, place }: Heading): boolean =>
  (meaning === 'instructor_emails' || meaning === 'manager_email') &&
  rank !== 'specific' &&
  rows.length > 0 &&
  !rows.some(({ cells }) => /[@＠]/u.test(cells[place] ?? ''));

import { Refusal } from '../kernel/refusal.ts';
import { type Period, previousPeriod, type Quarter, quarterOf, quarterPeriod, yearPeriod } from './period.ts';

const longestText = 40;

const year =
  /(?<year>(?:19|20|21)\d\d|(?<=q[1-4][ '])\d\d|\d\d(?=年))年?度?|(?<thisYear>今年|本年度?|年度|全年|this year|annual|yearly)|(?<lastYear>去年|上一?年度?|last year|previous year)/;
const quarter =
  /q(?:uarter)? ?(?<digit>[1-4])|(?<number>[1-4])(?:q|(?:st|nd|rd|th) quarter)|第?(?<counted>[1-4一二三四])个?季度?|(?<word>first|second|third|fourth) quarter/;
const relative =
  /(?<thisQuarter>(?:本|这个?|这一|当前)季度?|(?:this|current) quarter)|(?<lastQuarter>上一?个?季度?|(?:last|previous) quarter)/;

const either = (...parts: RegExp[]): RegExp =>
  new RegExp(parts.map((part) => `^(?:${part.source})$`).join('|'));

const sentences: readonly RegExp[] = [
  either(relative),
  either(year),
  either(quarter),
  new RegExp(`^(?:${year.source}) ?(?:${quarter.source})$`),
  new RegExp(`^(?:${quarter.source})[ ']?(?:${year.source})$`),
];

const quarterNumbers: Readonly<Record<string, Quarter>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};

/**
 * What somebody means by `Q3`, `2025 Q3`, `第三季度`, `last quarter`, `去年` … Nothing at all is this
 * quarter; a quarter without a year is the latest such quarter that has begun. `today` is a local date of
 * the organisation's zone (`YYYY-MM-DD`).
 * @throws Refusal `period-not-understood`; `period-not-begun` with `year` and, of a quarter, `quarter`.
 */
export const parsePeriod = (text: string, today: string): Period => {
  const thisQuarter = quarterOf(today);
  const words = tidy(text);
  if (words === '') return thisQuarter;
  const found = words.length > longestText ? undefined : understood(words);
  if (found === undefined) throw new Refusal('period-not-understood');
  if (found.thisQuarter !== undefined) return thisQuarter;
  if (found.lastQuarter !== undefined) return previousPeriod(thisQuarter);
  const period = named(found, thisQuarter);
  if (period.fromDate > today) {
    throw new Refusal('period-not-begun', {
      year: period.year,
      ...(period.kind === 'quarter' ? { quarter: period.quarter } : {}),
    });
  }
  return period;
};

/** Whether this is a period, begun or not. */
export const isPeriod = (text: string): boolean => {
  const words = tidy(text);
  return words !== '' && words.length <= longestText && understood(words) !== undefined;
};

type Found = Readonly<Record<string, string | undefined>>;

const understood = (words: string): Found | undefined => {
  for (const sentence of sentences) {
    const groups = sentence.exec(words)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
};

const named = (found: Found, now: Period): Period => {
  const year = yearIn(found, now.year);
  const quarter = quarterNumbers[found.digit ?? found.number ?? found.counted ?? found.word ?? ''];
  if (quarter === undefined) return yearPeriod(year ?? now.year);
  if (year !== undefined) return quarterPeriod(year, quarter);
  const thisYears = quarterPeriod(now.year, quarter);
  return thisYears.fromDate <= now.fromDate ? thisYears : quarterPeriod(now.year - 1, quarter);
};

const yearIn = (found: Found, thisYear: number): number | undefined => {
  if (found.thisYear !== undefined) return thisYear;
  if (found.lastYear !== undefined) return thisYear - 1;
  if (found.year === undefined) return undefined;
  return found.year.length === 2 ? 2000 + Number(found.year) : Number(found.year);
};

/** Full-width letters and digits become plain ones; punctuation and little words fall away. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/'s\b/g, ' ')
    .replace(/\b(?:the|of|for|in|on|about|from)\b|[的,，。.·/\\_-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

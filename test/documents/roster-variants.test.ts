import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../src/documents/roster-file.ts';
import { checkRoster } from '../../src/domain/rosters/check-roster.ts';
import { type RosterProblem, rosterProblemCodes } from '../../src/domain/rosters/roster-problem.ts';
import { rosterProblemWording } from '../../src/wording/roster-problem-words.ts';
import { rosterColumnNames } from '../../src/wording/roster-words.ts';
import { addresses } from '../fixtures/roster-variants/addresses.ts';
import { aroundTheList } from '../fixtures/roster-variants/around-the-list.ts';
import { cellsAndSheets } from '../fixtures/roster-variants/cells-and-sheets.ts';
import { dates } from '../fixtures/roster-variants/dates.ts';
import { encodings } from '../fixtures/roster-variants/encodings.ts';
import { exportsOfSystems } from '../fixtures/roster-variants/exports-of-systems.ts';
import { headingsInChinese } from '../fixtures/roster-variants/headings-in-chinese.ts';
import { headingsInEnglish } from '../fixtures/roster-variants/headings-in-english.ts';
import { mergedCells } from '../fixtures/roster-variants/merged-cells.ts';
import { notRosters } from '../fixtures/roster-variants/not-rosters.ts';
import { rowsAround } from '../fixtures/roster-variants/rows-around.ts';
import { sameFacts } from '../fixtures/roster-variants/same-facts.ts';
import { separators } from '../fixtures/roster-variants/separators.ts';
import { twoAtOnce } from '../fixtures/roster-variants/two-at-once.ts';
import { values } from '../fixtures/roster-variants/values.ts';
import type { Refusal, Variant } from '../fixtures/roster-variants/variant.ts';
import { whoseColumns } from '../fixtures/roster-variants/whose-columns.ts';

const themes: Readonly<Record<string, readonly Variant[]>> = {
  separators,
  encodings,
  'rows around the list': rowsAround,
  'around the list, as strangers brought it': aroundTheList,
  'cells and sheets, as strangers brought them': cellsAndSheets,
  'whose a column is': whoseColumns,
  'merged cells': mergedCells,
  'exports of other systems': exportsOfSystems,
  'headings in English': headingsInEnglish,
  'headings in Chinese': headingsInChinese,
  values,
  dates,
  addresses,
  'no rosters': notRosters,
  'the same facts': sameFacts,
  'two things at once': twoAtOnce,
};

const bytesOf = async ({ bytes, text = '', writtenIn = 'utf-8' }: Variant): Promise<Uint8Array> =>
  bytes === undefined ? iconv.encode(text, writtenIn) : await bytes();

const readNow = async (variant: Variant) => {
  const { encoding, sheet, map = {} } = variant;
  const said = {
    map: new Map(Object.entries(map)),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  const file = await readRosterFile(await bytesOf(variant), said);
  return 'problem' in file
    ? { rows: [], problems: [file.problem], ignoredHeadings: [], namesOnly: [] }
    : checkRoster(file.table, 'Asia/Shanghai');
};

/** Each is read once, however many tests look at what comes of it. */
const known = new Map<Variant, ReturnType<typeof readNow>>();
const read = (variant: Variant) => {
  const result = known.get(variant) ?? readNow(variant);
  known.set(variant, result);
  return result;
};

/** As the table of problems shows it. */
const told = (problem: RosterProblem): Refusal => {
  const { line, column, heading = column === undefined ? undefined : rosterColumnNames[column].en } = problem;
  const { wrong, right } = rosterProblemWording(problem);
  const sentence = `${wrong.en}: ${right.en}`;
  return heading === undefined ? { line, sentence } : { line, heading, sentence };
};

/** What the sentence repeats from the file or recommends to be typed is as it is, in any language. */
const typed =
  /“[^”]*”|--[a-z-]+(?: (?:[\w-]+|"[^"]*"))?|[\w.]+@[\w.]+|列名：.*|[\w-]+: [^/]+(?: \/|$)|或 [a-z_]+$/gu;
const sameInAll =
  /\b(?:Excel|CSV|UTF|MB|PDF|HTML|JSON|xlsx?|utf-8|gb18030|big5|windows-1252|[A-Z][\w-]*)\b/gu;

describe('a roster', () => {
  for (const [theme, variants] of Object.entries(themes))
    describe(`(${theme})`, () => {
      it.each(variants.map((variant) => [variant.says, variant] as const))('%s', async (_, variant) => {
        const { rows, problems, ignoredHeadings, namesOnly } = await read(variant);
        expect(problems.map(told)).toEqual(variant.refused ?? []);
        if (variant.becomes !== undefined)
          // A roster without the column says nothing of it: test/domain/rosters/check-roster.test.ts.
          expect(rows.map(({ line: _, withdrawn = false, ...row }) => ({ ...row, withdrawn }))).toEqual(
            variant.becomes,
          );
        if (variant.ignored !== undefined) expect(ignoredHeadings).toEqual(variant.ignored);
        if (variant.namesOnly !== undefined) expect(namesOnly).toEqual(variant.namesOnly);
        for (const { zh } of problems
          .map(rosterProblemWording)
          .flatMap(({ wrong, right }) => [wrong, right])) {
          expect(zh).toMatch(/\p{Script=Han}|\d{4}-\d\d-\d\d/u);
          expect(zh.replace(typed, '').replace(sameInAll, '')).not.toMatch(/[a-z]{3,}/u);
        }
      });
    });
});

describe('the variants', () => {
  const all = Object.values(themes).flat();

  it('are at least 150, each of its own title and content', async () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ says }) => says)).size).toBe(all.length);
    const contents = await Promise.all(
      all.map(async (one) =>
        [
          Buffer.from(await bytesOf(one)).toString('base64'),
          one.encoding,
          one.sheet,
          JSON.stringify(one.map),
        ].join(),
      ),
    );
    expect(contents.filter((content, index) => contents.indexOf(content) !== index)).toEqual([]);
  });

  it('each say what comes of them', () => {
    for (const { says, becomes, refused } of all)
      expect([...(becomes ?? []), ...(refused ?? [])], says).not.toEqual([]);
    expect(all.filter(({ becomes, refused }) => becomes === undefined && refused === undefined)).toEqual([]);
  });

  it('meet each kind of refusal that a file can cause', async () => {
    const met = new Set(
      (await Promise.all(all.map(read))).flatMap(({ problems }) => problems.map(({ code }) => code)),
    );
    // These need megabytes, and are tested with the reader.
    const large = ['file-too-large', 'workbook-too-large', 'too-many-rows'];
    expect(rosterProblemCodes.filter((code) => !met.has(code) && !large.includes(code))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { languages } from '../../../src/domain/kernel/text.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { quarterPeriod, yearPeriod } from '../../../src/domain/reports/period.ts';
import type { ReportScope } from '../../../src/domain/reports/report.ts';
import { instructorResultCard } from '../../../src/teams/cards/result/instructor-result-card.ts';
import { reportCard } from '../../../src/teams/cards/result/report-card.ts';
import { resultCard } from '../../../src/teams/cards/result/result-card.ts';
import { statusCard } from '../../../src/teams/cards/staff/status-card.ts';
import { instructorResultView } from '../../../src/views/analysis/instructor-result-view.ts';
import { resultView } from '../../../src/views/analysis/result-view.ts';
import { reportView } from '../../../src/views/reports/report-view.ts';
import { statusView } from '../../../src/views/reports/status-view.ts';
import type { ViewParts } from '../../../src/views/view-parts.ts';
import { type CardWords, cardWords } from '../../support/card-words.ts';
import { times } from '../../support/how-often.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { idsOf, randomSeason, type Season } from '../../support/random-season.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
let year = 2000;
/** Together they have everything that the rules are about. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 20, 611206578, 1380859656];

interface Drawn extends CardWords {
  readonly what: 'result' | 'instructor' | 'report' | 'status';
  readonly language: 'zh' | 'en';
  readonly meanBelow: number;
}

const drawAll = async (season: Season, from: ViewParts): Promise<Drawn[]> => {
  const cards: Drawn[] = [];
  const draw = (what: Drawn['what'], card: (language: 'zh' | 'en') => Parameters<typeof cardWords>[0]) => {
    for (const language of languages)
      cards.push({
        what,
        language,
        meanBelow: season.settings.issueRule.meanBelow,
        ...cardWords(card(language)),
      });
  };
  for (const round of idsOf(season)) {
    const result = await resultView(from, round);
    // An issue is on the card with its figures, exactly or as a limit, of answers that may be shown.
    for (const { figures } of result?.issues ?? []) {
      expect(figures.n).toBeGreaterThanOrEqual(season.settings.issueRule.minimumN);
      expect(figures.mean !== undefined || figures.atMost !== undefined).toBe(true);
    }
    if (result !== undefined) draw('result', (language) => resultCard(result, language));
    for (const person of season.instructors) {
      const own = await instructorResultView(from, round, person);
      if (own !== undefined) draw('instructor', (language) => instructorResultCard(own, language));
    }
  }
  const scopes: readonly ReportScope[] = [
    { kind: 'all' },
    { kind: 'manager', person: season.manager },
    { kind: 'department', department: season.department },
  ];
  for (const period of [quarterPeriod(year, 2), quarterPeriod(year, 3), yearPeriod(year)]) {
    for (const scope of scopes) {
      const view = await reportView(from, period, scope);
      draw('report', (language) => reportCard(view, language));
    }
  }
  for (const { training } of season.rounds) {
    const found = await from.trainings.byCode(training);
    const status = found && (await statusView(from, found));
    if (status !== undefined) draw('status', (language) => statusCard(status, language));
  }
  return cards;
};

/** Draws every card of a season of this seed. */
const everyCard = async (seed: number): Promise<Drawn[]> => {
  year += 2;
  const season = await randomSeason(stores(), defaultSettings, seed, year);
  return drawAll(season, {
    ...stores(),
    questionnaires,
    calendar: createWorkingCalendar('CN'),
    settings: { ...defaultSettings, ...season.settings },
    clock: { now: () => new Date(`${year}-10-20T04:00:00Z`) },
    responseKeys: undefined as never, // no view of these takes it
  });
};

const better = /better|变好/;
const worse = /worse|变差/;
/** The number a cell tells, at most or exactly. */
const numberIn = (cell: string): number => {
  const [, some, all] = /(\d+)\/(\d+)/.exec(cell) ?? [];
  if (some !== undefined) return (100 * Number(some)) / Number(all);
  return Number(/\d+(?:\.\d+)?/.exec(cell)?.[0]);
};

const holds = (card: Drawn): void => {
  const said = card.texts.join('\n');
  // Nothing that says nothing.
  for (const text of card.texts) {
    expect(text, said).not.toMatch(
      /^[\s–—-]*$|NaN|undefined|Infinity|(?:^|[\s（(：:])[−-]0(?:\.0+)?(?![\d.])/,
    );
    expect(text, said).not.toMatch(/(?:^|\D)0 (?:\/|of) 0(?:\D|$)|[:：]\s*[–—-]\s*$/);
  }
  for (const table of card.tables) {
    const [header, ...rows] = table;
    for (const row of rows) {
      expect(row.length, said).toBe(header?.length);
      const verdict = row.at(-1) ?? '';
      if (row.length !== 4 || card.what !== 'report') continue;
      const [now, before] = [numberIn(row[1] ?? ''), numberIn(row[2] ?? '')];
      if (better.test(verdict)) expect(now, `${said}\n${row.join()}`).toBeGreaterThan(before);
      if (worse.test(verdict)) expect(now, `${said}\n${row.join()}`).toBeLessThan(before);
    }
  }
  // A sentence about a change bears the same sign, and none stands beside a limit.
  for (const [, sign, change] of said.matchAll(/\(([+−])?(\d\.\d\d)/g)) {
    expect(Number(change), said).toBeGreaterThan(0);
    expect(sign, said).toBeDefined();
  }
  for (const line of said.split('\n')) {
    if (/^(?:.* )?better: |变好：/.test(line))
      for (const one of line.split(/[;；]/)) if (better.test(one)) expect(one).not.toMatch(/[（(]−/);
    for (const one of line.split(/[;；]/)) if (/≤/.test(one)) expect(one, said).not.toMatch(/[（(][+−]\d/);
  }
  // One question, one verdict: the mean of the overall item has none.
  const overall = card.tables.flat().filter(([name]) => name === 'Overall score' || name === '总体评分');
  if (card.what === 'report')
    for (const row of overall)
      expect(row.at(-1), said).toMatch(/^(?:see satisfaction|cannot compare|见满意度|无法比较)$/);
  const moved = card.tables.flat().some((row) => /^(?:better|worse|变好|变差)$/.test(row.at(-1) ?? ''));
  if (moved) expect(said, said).not.toMatch(/\nNo dimension has clearly|\n各维度与上期相比没有/);
  // Nothing below the mark beside a bar that is.
  const isBelow = ({ y, color }: CardWords['bars'][number]): boolean =>
    color === 'warning' || y < card.meanBelow;
  if (card.bars.some(isBelow)) expect(said, said).not.toMatch(/Nothing fell below the mark|没有低于标准/);
  const means = card.tables
    .flat()
    .map((row) => (card.what === 'instructor' ? numberIn(row[1] ?? '') : Number.NaN));
  if (means.some((mean) => mean < card.meanBelow))
    expect(said, said).not.toMatch(/No score stands out|没有哪项分数/);
  // Beside a limit there is nothing that was computed of what it keeps back.
  for (const line of said.split('\n'))
    if (/at most|最多|不超过|≤/.test(line))
      expect(line, said).not.toMatch(/±|95% (?:区间|interval)|\d+% satisfied|满意 \d+%/);
  for (const [at, text] of card.texts.entries())
    if (/^(?:\d+ of \d+ at most|最多 \d+\/\d+|不超过 \d+%|\d+% at most)$/.test(text))
      expect(card.texts[at + 1], said).not.toMatch(/95% (?:区间|interval)/);
  if (card.what === 'result') holdsCounts(card, said);
};

/** No figure of a result rests on more people than answered, wholly or in part. */
const holdsCounts = (card: Drawn, said: string): void => {
  const [, answered, due, , partly = '0'] =
    /(\d+) (?:\/|of) (\d+) (?:人|people)(，另有 |, )?(\d+)?/.exec(said) ?? [];
  const people = [
    ...(card.tables[0]?.slice(1).map((row) => Number(row.at(-1))) ?? []),
    ...[
      ...said.matchAll(
        /(?<!at least |至少 )\b(\d+) (?:people|person) answered|(?<!至少 |不足 )\b(\d+) 人作答/g,
      ),
    ].map(([, en, zh]) => Number(en ?? zh)),
  ];
  if (people.length > 0) expect(due, said).toBeDefined();
  for (const n of people) expect(n, said).toBeLessThanOrEqual(Number(answered) + Number(partly));
};

describe('no card contradicts itself', () => {
  it('whatever people said: words bear out the figures beside them, and nothing is written that says nothing', async () => {
    let seen = '';
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        const cards = await everyCard(seed);
        for (const card of cards) holds(card);
        seen += cards.map(({ texts }) => texts.join('\n')).join('\n');
      }),
      { numRuns: times(12, 60), examples: seeds.map((seed) => [seed]) },
    );
    for (const word of [
      'better',
      'worse',
      'no clear change',
      'at most',
      'hidden (under 5)',
      'Nothing fell',
      'more in part',
      'What helped: ',
      'First thing to improve: ',
      'NPS',
      ' ± ',
    ])
      expect(seen).toContain(word);
  }, 600_000);
});

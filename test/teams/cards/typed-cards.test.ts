import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/kernel/text.ts';
import type { Json } from '../../../src/teams/cards/adaptive-card.ts';
import { cardSamples } from '../../support/card-samples.ts';
import { fromChecked, typeCheck } from '../../support/type-check.ts';

const root = resolve(import.meta.dirname, '../../..');
const cards = readdirSync(join(root, 'cards'));
const sampleNames = cards
  .filter((file) => file.endsWith('.sample.json'))
  .map((file) => basename(file, '.sample.json'));
const templateNames = cards
  .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
  .map((file) => basename(file, '.json'));

const official = "import type { IAdaptiveCard } from '@microsoft/teams.cards';";
const asCard = (card: unknown): string => `(${JSON.stringify(card, null, 1)}) satisfies IAdaptiveCard;`;
const changed = (card: unknown, from: string, to: string): string => {
  const text = JSON.stringify(card);
  if (!text.includes(from)) throw new Error(`the card has no ${from}`);
  return asCard(JSON.parse(text.replace(from, to)));
};

/** The function a sample is the argument of: `notice-card.ts` exports `noticeCard`. */
const functionOf = (name: string) => {
  const paths = readdirSync(join(root, 'src/teams/cards'), { recursive: true, encoding: 'utf8' });
  const path = paths.find((file) => basename(file) === `${name}-card.ts`);
  if (path === undefined) throw new Error(`no function draws ${name}`);
  const made = `${name}-card`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { made, from: fromChecked(`src/teams/cards/${path}`) };
};

/** JSON holds ids as texts and moments as texts. */
const written = `type Written<T> = T extends Date ? string
  : T extends string ? ([Exclude<keyof T, keyof string>] extends [never] ? T : string)
  : T extends object ? { [Key in keyof T]: Written<T[Key]> } : T;`;

const sampleOf = (name: string): string => {
  const { made, from } = functionOf(name);
  const sample = readFileSync(join(root, `cards/${name}.sample.json`), 'utf8');
  return `(${sample}) satisfies Written<Parameters<typeof import('${from}').${made}>[0]>;`;
};

describe('the types of the cards', () => {
  let problems: Record<'cards' | 'samples' | 'width' | 'spelling' | 'value' | 'view', string[]>;
  const [result] = cardSamples.filter(({ name }) => name === 'result');
  const wide = result?.card('en');

  beforeAll(async () => {
    problems = await typeCheck({
      cards: [
        official,
        ...cardSamples.flatMap(({ name, card }) =>
          languages.map((language) => `// ${name} in ${language}\n${asCard(card(language))}`),
        ),
      ].join('\n'),
      samples: [written, ...sampleNames.map(sampleOf)].join('\n'),
      width: [official, changed(wide, '"width":"full"', '"width":"Full"')].join('\n'),
      spelling: [official, changed(wide, '"firstRowAsHeaders"', '"firstRowAsHeader"')].join('\n'),
      value: [official, changed(wide, '"weight":"Bolder"', '"weight":"Bold"')].join('\n'),
      view: [written, sampleOf('notice').replace('"title"', '"tilte"')].join('\n'),
    });
  });

  it('are Microsoft’s own: every card, in both languages, is one of theirs', () => {
    expect(problems.cards).toEqual([]);
  });

  it('are the views’: every sample is what its card is drawn from', () => {
    expect(problems.samples).toEqual([]);
  });

  // The old schema page says `firstRowAsHeader` (microsoft/AdaptiveCards #8599, #9298: a slip of that page); what draws the
  // cards (adaptivecards 3.0, the Playground) and Microsoft's types read `firstRowAsHeaders`. Width is read in either
  // case by what draws; the types say `full`.
  it.each([
    ['width', '"Full"'],
    ['spelling', '"firstRowAsHeader"'],
    ['value', '"Bold"'],
    ['view', 'tilte'],
  ] as const)('would notice another %s, and say which', (kind, which) => {
    expect(problems[kind].join('\n')).toContain(which);
  });
});

describe('templates and samples', () => {
  it('every template has a sample, and every sample a template', () => {
    expect(sampleNames).toEqual(templateNames);
  });

  it('every sample is among the cards that people look at and tests check', () => {
    const names = cardSamples.map(({ name }) => name);
    expect(sampleNames.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('no template has a limit of its own: it stands where it is checked', () => {
    const limits = (value: Json): Json[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = Object.entries(value).filter(([key]) => key === 'maxLength');
      return [...own.map(([, limit]) => limit ?? null), ...Object.values(value).flatMap(limits)];
    };
    const found = templateNames.flatMap((name) =>
      limits(JSON.parse(readFileSync(join(root, `cards/${name}.json`), 'utf8'))),
    );
    expect(found).not.toEqual([]);
    for (const limit of found) expect(limit).toMatch(/^\$\{\w+\}$/);
  });
});

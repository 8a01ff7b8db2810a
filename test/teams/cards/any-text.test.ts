import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { languages } from '../../../src/domain/kernel/text.ts';
import { expandCard } from '../../../src/teams/cards/expand-card.ts';
import { cardSamples } from '../../support/card-samples.ts';
import { drawn } from '../../support/how-often.ts';

const templateFiles = readdirSync(join(import.meta.dirname, '../../../cards')).filter(
  (file) => file.endsWith('.json') && !file.endsWith('.sample.json'),
);

/** A template with what a card of ours filled it with. */
interface Filling {
  readonly template: Template;
  readonly data: object;
}

/** What the templates choose by, in words of ours: nobody types these. */
const chosenBy = new Set(['kind']);

const withAll = (value: unknown, change: (text: string) => string, key = ''): unknown => {
  if (typeof value === 'string') return value === '' || chosenBy.has(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => withAll(one, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withAll(one, change, name)]));
};

/** Letters that mean something somewhere on the way, and everything else there is, halves of letters included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...['$', '{', '}', '${', '${title}', '\uE000', '\uE0000', '\uE0001', '\uE001visit\uE001'],
        ...[
          '`',
          '\\',
          '"',
          "'",
          '\n',
          '\0',
          '\uD800',
          '\uDC00',
          '\u202E',
          '\u200B',
          '=',
          '@{x}',
          '{{DATE(x)}}',
        ],
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

describe('any text at all', () => {
  const fillings = new Map<Template, Filling>();
  const expand = vi.spyOn(Template.prototype, 'expand');

  beforeAll(() => {
    for (const { card } of cardSamples) for (const language of languages) card(language);
    for (const [at, [{ $root }]] of expand.mock.calls.entries()) {
      const template = expand.mock.contexts[at] as Template;
      const data = $root as object;
      const fullest = fillings.get(template)?.data ?? {};
      if (JSON.stringify(data).length > JSON.stringify(fullest).length)
        fillings.set(template, { template, data });
    }
  });
  afterAll(() => expand.mockRestore());

  it('comes out of every card as it went in', () => {
    expect(fillings.size).toBe(templateFiles.length);
    for (const { template, data } of fillings.values()) {
      const mark = '§mark§';
      const usual = expandCard(template, withAll(data, (text) => text + mark) as object);
      expect(JSON.stringify(usual)).toContain(mark);
      fc.assert(
        fc.property(anyText, (typed) => {
          const card = expandCard(template, withAll(data, (text) => text + typed) as object);
          expect(card).toEqual(withAll(usual, (text) => text.replaceAll(mark, () => typed)));
        }),
        drawn(6),
      );
    }
  });
});

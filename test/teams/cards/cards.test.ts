import { AdaptiveCard as ParsedCard, SerializationContext } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/kernel/text.ts';
import type { Json } from '../../../src/teams/cards/adaptive-card.ts';
import { verbs } from '../../../src/teams/cards/verb.ts';
import { cardSamples } from '../../support/card-samples.ts';

type Part = { readonly [key: string]: Json };

const parts = (value: Json | undefined): Part[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(parts);
  const part = value as Part;
  return [part, ...Object.values(part).flatMap(parts)];
};
const texts = (value: Json | undefined): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

/** What a client that does not know the newest elements shows. */
const withFallbacks = (value: Json | undefined): Json | undefined => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withFallbacks(one) ?? null);
  const part = value as Part;
  if (typeof part.type === 'string' && part.type.startsWith('Chart.')) return withFallbacks(part.fallback);
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, withFallbacks(one) ?? null]));
};

const cases = cardSamples.flatMap(({ name, card }) =>
  languages.map((language) => [name, language, card(language)] as const),
);

describe.each(cases)('%s in %s', (_name, _language, card) => {
  it('is read by the renderer without a complaint', () => {
    const context = new SerializationContext();
    new ParsedCard().parse(withFallbacks(card), context);
    const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    expect(complaints).toEqual([]);
  });

  it('keeps well below the size Teams takes', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(80_000);
  });

  it('declares version 1.5 and shows no card inside itself', () => {
    expect(card.version).toBe('1.5');
    expect(parts(card).filter((part) => part.type === 'Action.ShowCard')).toEqual([]);
  });

  it('leaves checking to the bot: no input is required by the client', () => {
    expect(parts(card).filter((part) => 'isRequired' in part)).toEqual([]);
  });

  it('has no text in it that says nothing', () => {
    const said = parts(card).filter((part) => part.type === 'TextBlock' || part.type === 'TextRun');
    expect(said).not.toEqual([]);
    for (const text of said) {
      expect(text.text).not.toMatch(/^\s*$|undefined|NaN|Infinity|\[object/);
      // A dash where a figure should be, a share of nobody, a zero below zero.
      expect(text.text).not.toMatch(/^\s*[–—-]\s*$|(?:^|\D)0 (?:\/|of) 0(?:\D|$)|(?:^|\s)[−-]0(?![\d.])/);
    }
  });

  it('gives every input an id of its own', () => {
    const ids = parts(card)
      .filter((part) => `${part.type}`.startsWith('Input.'))
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('in all cards', () => {
  const everywhere = cases.flatMap(([name, language, card]) =>
    parts(card).map((part) => ({ where: `${name} in ${language}`, part })),
  );
  /** The parts of some kind; a rule about parts that are nowhere would hold nothing. */
  const those = (wanted: (part: Part) => boolean) => {
    const found = everywhere.filter(({ part }) => wanted(part));
    expect(found.length).toBeGreaterThan(languages.length);
    return found;
  };

  it('every element newer than 1.5 carries a fallback', () => {
    for (const { where, part } of those(({ type }) => `${type}`.startsWith('Chart.')))
      expect(part.fallback, where).toMatchObject({ type: 'Table' });
  });

  it('a row has at most five actions', () => {
    for (const { where, part } of those(({ actions }) => Array.isArray(actions)))
      expect((part.actions as Json[]).length, where).toBeLessThanOrEqual(5);
  });

  it('a button sends the same where Action.Execute is unknown', () => {
    for (const { where, part } of those(({ type }) => type === 'Action.Execute')) {
      expect(part.data, where).toMatchObject({ verb: part.verb });
      expect(part.fallback, where).toEqual({ type: 'Action.Submit', title: part.title, data: part.data });
    }
  });

  it('every verb of a button is known, and every known verb is on a button', () => {
    const pressed = new Set(those(({ type }) => type === 'Action.Execute').map(({ part }) => part.verb));
    expect([...pressed].sort()).toEqual([...verbs].sort());
  });

  it('every input has a label', () => {
    for (const { where, part } of those(({ type }) => `${type}`.startsWith('Input.')))
      expect(texts(part.label), where).not.toEqual([]);
  });
});

describe('the two languages of a card', () => {
  it.each(cardSamples.map((sample) => [sample.name, sample] as const))('%s', (_, { card }) => {
    const zh = parts(card('zh'));
    const en = parts(card('en'));
    expect(en.map((part) => part.type)).toEqual(zh.map((part) => part.type));
    expect(JSON.stringify(card('en'))).not.toBe(JSON.stringify(card('zh')));
  });
});

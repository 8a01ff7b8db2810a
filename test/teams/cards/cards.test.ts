import { AdaptiveCard as ParsedCard, SerializationContext } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/kernel/text.ts';
import type { Json } from '../../../src/teams/cards/adaptive-card.ts';
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
  const all = parts(card);

  it('is read by the renderer without a complaint', () => {
    const context = new SerializationContext();
    new ParsedCard().parse(withFallbacks(card), context);
    const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    expect(complaints).toEqual([]);
  });

  it('keeps well below the size Teams takes', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(80_000);
  });

  it('declares version 1.5 and carries a fallback with every newer element', () => {
    expect(card.version).toBe('1.5');
    for (const chart of all.filter((part) => `${part.type}`.startsWith('Chart.')))
      expect(chart.fallback).toMatchObject({ type: 'Table' });
    expect(all.filter((part) => part.type === 'Action.ShowCard')).toEqual([]);
  });

  it('has at most five actions in a row', () => {
    for (const row of all.filter((part) => Array.isArray(part.actions)))
      expect((row.actions as Json[]).length).toBeLessThanOrEqual(5);
  });

  it('every button has a verb and sends the same where Action.Execute is unknown', () => {
    for (const action of all.filter((part) => part.type === 'Action.Execute')) {
      expect(action.verb).toMatch(/^[a-z][a-z-]+$/);
      expect(action.data).toMatchObject({ verb: action.verb });
      expect(action.fallback).toEqual({ type: 'Action.Submit', title: action.title, data: action.data });
    }
  });

  it('leaves checking to the bot: no input is required by the client', () => {
    expect(all.filter((part) => 'isRequired' in part)).toEqual([]);
  });

  it('has no text in it that says nothing', () => {
    for (const text of all.filter((part) => part.type === 'TextBlock' || part.type === 'TextRun'))
      expect(text.text).not.toMatch(/^\s*$|undefined|NaN|\[object/);
  });

  it('gives every input an id of its own and a label', () => {
    const inputs = all.filter((part) => `${part.type}`.startsWith('Input.'));
    expect(new Set(inputs.map((input) => input.id)).size).toBe(inputs.length);
    for (const input of inputs) expect(texts(input.label)).not.toEqual([]);
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

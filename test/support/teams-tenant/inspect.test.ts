import { describe, expect, it } from 'vitest';
import { adaptiveCardType } from './activity.ts';
import type { ComplaintRule } from './complaint.ts';
import { inspectCard, inspectMessage } from './inspect.ts';

const execute = (verb: string) => ({ type: 'Action.Execute', title: 'Go', verb });
const text = (value: unknown) => ({ type: 'TextBlock', text: value });
const card = (...body: unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const attached = (content: unknown) => ({ contentType: adaptiveCardType, content });
const fine = card(text('hello'), { type: 'ActionSet', actions: [execute('a')] });

describe('what is complained about', () => {
  const cards: [ComplaintRule, object][] = [
    ['leftover ${', card(text('${name}'))],
    ['null in a card', card(text(null))],
    ['ShowCard', card({ type: 'ActionSet', actions: [{ type: 'Action.ShowCard', title: 'More' }] })],
    ['card version', { ...fine, version: '1.6' }],
    ['Action.Execute without verb', card({ type: 'ActionSet', actions: [execute('')] })],
    ['too many actions', card({ type: 'ActionSet', actions: 'abcdefg'.split('').map(execute) })],
    ['too many refresh users', { ...fine, refresh: { userIds: Array.from({ length: 61 }, String) } }],
    ['no fallback', card({ type: 'Badge', text: 'new' })],
    ['duplicate input id', card({ type: 'Input.Text', id: 'a' }, { type: 'Input.Text', id: 'a' })],
  ];
  it.each(cards)('%s', (rule, faulty) => {
    expect(inspectCard({ ...faulty }).map(([found]) => found)).toEqual([rule]);
  });

  it('what travels around the card', () => {
    const rules = (activity: object) =>
      inspectMessage({ type: 'message', ...activity }).map(([rule]) => rule);
    expect(rules({ attachments: [attached(fine)] })).toEqual(['no summary']);
    expect(rules({ summary: 's', text: 't', attachments: [attached(fine)] })).toEqual(['text beside a card']);
    expect(rules({ summary: 's', attachments: [attached(fine), attached(fine)] })).toEqual([
      'several attachments',
    ]);
    expect(rules({ text: '<at>Mei</at>' })).toEqual(['mention without entity']);
    expect(rules({ summary: 's', attachments: [attached(fine)] })).toEqual([]);
  });

  it('not an element with a fallback, nor actions behind the overflow menu', () => {
    const many = 'abcdefgh'.split('').map((verb) => ({ ...execute(verb), mode: 'secondary' }));
    const badge = { type: 'Badge', text: 'new', fallback: text('new') };
    expect(inspectCard(card(badge, { type: 'ActionSet', actions: many }))).toEqual([]);
  });
});

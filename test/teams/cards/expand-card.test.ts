import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { describe, expect, it } from 'vitest';
import { same } from '../../../src/domain/kernel/text.ts';
import type { Json } from '../../../src/teams/cards/adaptive-card.ts';
import { expandCard } from '../../../src/teams/cards/expand-card.ts';
import { noticeCard } from '../../../src/teams/cards/notice-card.ts';
import { cardSamples } from '../../support/card-samples.ts';

const template = (body: readonly object[]) => new Template({ type: 'AdaptiveCard', version: '1.5', body });

describe('filling a template', () => {
  it('refuses to make a card with anything left unexpanded', () => {
    const card = template([{ type: 'TextBlock', text: 'Hi ${nmae}' }]);
    expect(() => expandCard(card, { name: 'Ann' })).toThrow('unexpanded at card.body.0.text');
  });

  it('refuses to make a card with nothing where something belongs', () => {
    const card = template([{ type: 'TextBlock', text: '${name}' }]);
    expect(() => expandCard(card, { name: null })).toThrow('nothing at card.body.0.text');
  });

  it('shows what a person typed as it is, even where it looks like a template', () => {
    const card = template([{ type: 'TextBlock', text: '${said}' }]);
    const said = 'pay ${amount} } now ${';
    expect(expandCard(card, { said }).body).toEqual([{ type: 'TextBlock', text: said }]);
    expect(expandCard(card, { said: 'again' }).body).toEqual([{ type: 'TextBlock', text: 'again' }]);
  });

  it('takes two texts side by side for no leftover', () => {
    const card = template([{ type: 'TextBlock', text: '${one}${other}' }]);
    const filled = expandCard(card, { one: 'costs $', other: '{5} \uE0001' });
    expect(filled.body).toEqual([{ type: 'TextBlock', text: 'costs ${5} \uE0001' }]);
  });

  it('keeps numbers, lists and truth values what they are', () => {
    const card = template([{ type: 'X', n: '${n}', list: '${list}', yes: '${yes}' }]);
    expect(expandCard(card, { n: 4.2, list: [{ x: 'a', y: 1 }], yes: false }).body).toEqual([
      { type: 'X', n: 4.2, list: [{ x: 'a', y: 1 }], yes: false },
    ]);
  });
});

describe('what people write', () => {
  const blocks = (value: Json | undefined): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value)) return value.flatMap(blocks);
    const part = value as Readonly<Record<string, Json>>;
    const own = part.type === 'TextBlock' || part.type === 'Fact' ? [JSON.stringify(part)] : [];
    return [...own, ...Object.values(part).flatMap(blocks)];
  };
  const written = /Excel|新任经理|李慧|王芳|陈伟|赵敏|孙丽|Tom Reed|example\.|真实案例|Great/;

  it('is never read as markdown', () => {
    const read = cardSamples.flatMap(({ name, card }) =>
      blocks(card('zh')).map((block) => ({ name, block })),
    );
    expect(read.length).toBeGreaterThan(100);
    for (const { name, block } of read) expect(block, name).not.toMatch(written);
  });

  it('stands in the samples for the test to find', () => {
    const all = JSON.stringify(cardSamples.map(({ card }) => card('zh')));
    for (const name of written.source.split('|')) expect(all).toMatch(new RegExp(name));
  });

  it('is shown literally', () => {
    const title = '[Click](https://evil.example) **now** <at>x</at>';
    const card = noticeCard({ eyebrow: same('x'), title: same(title), parts: [] }, 'en');
    expect(card.body).toContainEqual({
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [{ type: 'TextRun', text: title, weight: 'Bolder', size: 'Large' }],
    });
  });
});

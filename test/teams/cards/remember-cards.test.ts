import { describe, expect, it } from 'vitest';
import type { VisitId } from '../../../src/domain/kernel/ids.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { rememberCards } from '../../../src/teams/cards/remember-cards.ts';

interface View {
  readonly visit: VisitId;
  readonly title: string;
  readonly page: string;
}

/** Lays out a card and counts how often it had to. */
const laying = () => {
  let times = 0;
  const show = rememberCards((view: View, language): AdaptiveCard => {
    times += 1;
    return {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'TextBlock',
          text: `${language} ${view.title}`,
          data: { visit: view.visit, page: view.page },
        },
      ],
    };
  });
  return { show, times: () => times };
};
const view = (visit: string, title = 'Selling'): View => ({ visit: visit as VisitId, title, page: 'p1' });

describe('a card that many people get alike', () => {
  it('is laid out once and carries each person’s own visit', () => {
    const { show, times } = laying();
    const cards = ['one', 'two', 'a "quoted" $& \\ one'].map((visit) => show(view(visit), 'zh'));
    expect(cards.map(({ body }) => body[0]?.data)).toEqual([
      { visit: 'one', page: 'p1' },
      { visit: 'two', page: 'p1' },
      { visit: 'a "quoted" $& \\ one', page: 'p1' },
    ]);
    expect(times()).toBe(1);
  });

  it('is another card in another language, or where anything else differs', () => {
    const { show, times } = laying();
    const texts = [show(view('one'), 'zh'), show(view('one'), 'en'), show(view('one', 'Driving'), 'en')].map(
      ({ body }) => body[0]?.text,
    );
    expect(texts).toEqual(['zh Selling', 'en Selling', 'en Driving']);
    expect(times()).toBe(3);
  });

  it('is laid out anew when it was forgotten for many others, and is the same', () => {
    const { show, times } = laying();
    const first = show(view('one'), 'zh');
    for (let other = 0; other < 500; other += 1) show(view('one', `Course ${other}`), 'zh');
    const before = times();
    expect(show(view('one'), 'zh')).toEqual(first);
    expect(times()).toBe(before + 1);
  });

  it('shows what people typed as it is, even where it looks like the mark of the visit', () => {
    const { show } = laying();
    const title = '\uE001visit\uE001 \uE001';
    expect(show(view('one', title), 'en').body[0]).toMatchObject({
      text: `en ${title}`,
      data: { visit: 'one' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { askedPages } from '../../../src/domain/questionnaires/ask-pages.ts';
import { askedNow } from '../../../src/domain/questionnaires/counted-answers.ts';
import { minutesNeeded } from '../../../src/domain/questionnaires/minutes-needed.ts';
import { isScored, itemsById } from '../../../src/domain/questionnaires/questionnaire.ts';
import { trainingModes } from '../../../src/domain/trainings/training.ts';
import { questionnaires, t1, t2 } from '../../support/questionnaires.ts';

const li = { person: 'li' as PersonId, name: '李老师' };
const wang = { person: 'wang' as PersonId, name: '王老师' };
const keys = (pages: ReturnType<typeof askedPages>) =>
  pages.flatMap((page) => page.items.map((item) => item.key));

describe('the pages as they are asked', () => {
  it('leave the venue out online and the platform out in the classroom', () => {
    expect(keys(askedPages(t1, 'online', [li]))).not.toContain('d3-venue');
    expect(keys(askedPages(t1, 'online', [li]))).toContain('d3-platform');
    expect(keys(askedPages(t1, 'classroom', [li]))).not.toContain('d3-platform');
    expect(keys(askedPages(t1, 'mixed', [li]))).toEqual(expect.arrayContaining(['d3-venue', 'd3-platform']));
  });

  it('ask about each instructor on a page of their own, under keys that name the person', () => {
    const pages = askedPages(t1, 'mixed', [li, wang]);
    expect(pages.map((page) => page.id)).toEqual([
      ...['content', 'level', 'instructor@li', 'instructor@wang', 'methods@li', 'methods@wang'],
      ...['teaching-weak@li', 'teaching-weak@wang', 'delivery', 'setting', 'setting-weak', 'plan', 'overall'],
    ]);
    expect(pages[3]?.instructor).toEqual(wang);
    expect(pages[3]?.items.every((item) => item.key === `${item.item.id}@wang`)).toBe(true);
  });

  it('name the person in the keys with a single instructor too', () => {
    expect(keys(askedPages(t1, 'online', [li])).filter((key) => key.startsWith('d2'))).toContain(
      'd2-clarity@li',
    );
  });

  it('leave the instructor page out when no instructor is known', () => {
    expect(askedPages(t1, 'online', []).map((page) => page.id)).toEqual([
      ...['content', 'level', 'delivery', 'setting', 'setting-weak', 'plan', 'overall'],
    ]);
  });

  it.each(questionnaires.all.flatMap((one) => trainingModes.map((mode) => [one.id, mode, one] as const)))(
    '%s %s: no page is empty or longer than five questions, no key comes twice',
    (_, mode, questionnaire) => {
      const pages = askedPages(questionnaire, mode, [li, wang]);
      for (const page of pages) {
        expect(page.items.length).toBeGreaterThanOrEqual(1);
        expect(page.items.length).toBeLessThanOrEqual(5);
      }
      expect(new Set(keys(pages)).size).toBe(keys(pages).length);
    },
  );

  it.each([t1, t2].flatMap((one) => trainingModes.map((mode) => [one.id, mode, one] as const)))(
    '%s %s: no page asks for more than three scales, whatever was answered and however many teach',
    (_, mode, questionnaire) => {
      for (const instructors of [[], [li], [li, wang]])
        for (const { items } of askedPages(questionnaire, mode, instructors))
          expect(items.filter(({ item }) => isScored(item) || item.type === 'choices').length).toBeLessThan(
            4,
          );
      for (const source of ['internal', 'external'] as const)
        expect(questionnaires.for(questionnaire.for.kind, { mode, source, course: 'any' })).toBe(
          questionnaire,
        );
    },
  );

  it('T1 takes 30 taps at most with one instructor: one a choice, two where it opens first, one for each page', () => {
    for (const mode of trainingModes) {
      const pages = askedNow(itemsById(t1), askedPages(t1, mode, [li]), {}).filter(
        ({ items }) => items.length > 0,
      );
      const taps = pages
        .flatMap(({ items }) => items)
        .map(({ item }) => {
          if (item.type === 'text') return 0;
          return item.type === 'choice' && item.options.length > 5 ? 2 : 1;
        });
      expect(pages.length + taps.reduce<number>((sum, one) => sum + one, 0)).toBeLessThanOrEqual(30);
    }
  });

  it('take a few minutes with one instructor, by what everybody is asked', () => {
    expect(minutesNeeded(askedPages(t1, 'classroom', [li]))).toBe(4);
    expect(minutesNeeded(askedPages(t2, 'classroom', [li]))).toBe(4);
    expect(minutesNeeded([])).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { allClauses, type Clause } from '../../../src/domain/questionnaires/clauses.ts';
import {
  type Item,
  isPrivate,
  isScored,
  itemsOf,
  questionnaireKey,
  recallOf,
} from '../../../src/domain/questionnaires/questionnaire.ts';
import { scoreOf } from '../../../src/domain/questionnaires/score.ts';
import { questionnaires, t1, t2 } from '../../support/questionnaires.ts';

/** POLICY §3, clause by clause, and the questions that ask it. */
const askedBy: Partial<Record<Clause, readonly string[]>> = {
  'D1.practicality': ['d1-practical'],
  'D1.depth': ['d1-depth'],
  'D1.breadth': ['d1-breadth'],
  'D1.understanding': ['d1-understood'],
  'D1.application': ['d1-understood', 'd1-plan', 'd1-plan-by', 'd1-applicable'],
  'D1.currency': ['d1-current'],
  'D2.expertise': ['d2-expertise'],
  'D2.clarity': ['d2-clarity'],
  'D2.methods': ['d2-methods', 'd2-methods-weak'],
  'D2.interest': ['d2-methods', 'd2-methods-weak'],
  'D2.learning': ['d2-methods', 'd2-methods-weak'],
  'D2.delivery': ['d2-delivery', 'd2-delivery-weak'],
  'D2.answers': ['d2-answers'],
  'D3.modes': ['d3-modes', 'd3-modes-weak'],
  'D3.length': ['d3-length'],
  'D3.pace': ['d3-pace'],
  'D3.slots': ['d3-slots'],
  'D3.venue': ['d3-venue', 'd3-venue-weak'],
  'D3.platform': ['d3-platform', 'd3-platform-weak'],
  'D4.gain': ['d4-before', 'd4-now'],
  'D4.use': [
    ...['d4-occasion', 'd4-use', 'd4-share-applied', 'd4-helped', 'd4-hindered', 'd4-hindered-more'],
    ...['d4-plan-done', 'd4-plan-hindered'],
  ],
  'D4.motivation': ['d4-motivation'],
  'D4.responsibility': ['d4-responsibility'],
  'D4.teamwork': ['d4-teamwork'],
  'D4.career': ['d4-career'],
  'D5.overall': ['d5-overall', 'd5-recommend'],
  'D5.suggestions': ['d5-aspect', 'd5-suggestion'],
};

/** What the versions that are asked leave unasked, and the one that owes it. */
const notAskedYet: Partial<Record<Clause, { readonly why: string; readonly askedFrom: string }>> = {};

const all = [...itemsOf(t1), ...itemsOf(t2)];
const ids = (items: readonly Item[]) => items.map((item) => item.id);
const texts = (value: unknown): { zh: unknown; en: unknown }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value || 'en' in value) return [value as { zh: unknown; en: unknown }];
  return Object.values(value).flatMap(texts);
};

describe('the questionnaires of T1 and T2', () => {
  it.each(allClauses)('%s of the policy is asked, or it is said why not and from when on', (clause) => {
    const asking = ids(all.filter((item) => item.asks.includes(clause)));
    expect(new Set(asking)).toEqual(new Set(askedBy[clause] ?? []));
    const unasked = notAskedYet[clause];
    expect(asking.length === 0).toBe(unasked !== undefined);
    // Once that version is there, it has to ask it.
    if (unasked !== undefined && questionnaires.knows(unasked.askedFrom)) {
      const later = itemsOf(questionnaires.of(unasked.askedFrom));
      expect(later.flatMap((item) => item.asks)).toContain(clause);
    }
  });

  it('ask nothing that is not in the policy, each question under the dimension of its clauses', () => {
    for (const item of all) {
      expect(item.asks.length).toBeGreaterThan(0);
      for (const clause of item.asks) expect(clause.slice(0, 2)).toBe(item.dimension);
    }
  });

  it('T1 asks for liking and learning, T2 for use at work and what came of it', () => {
    const levels = (items: readonly Item[]) => new Set(items.map(({ level }) => level));
    expect(levels(itemsOf(t1))).toEqual(new Set([1, 2]));
    expect(levels(itemsOf(t2))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('T1 asks content, instructor, delivery and overall satisfaction; T2 does not ask about the instructor', () => {
    expect(new Set(itemsOf(t1).map((item) => item.dimension))).toEqual(new Set(['D1', 'D2', 'D3', 'D5']));
    expect(new Set(itemsOf(t2).map((item) => item.dimension))).toEqual(new Set(['D1', 'D4', 'D5']));
  });

  it('T2 asks about career in exactly one question', () => {
    expect(ids(itemsOf(t2)).filter((id) => id.includes('career'))).toEqual(['d4-career']);
  });

  it('ask about the venue only where there is one, about the platform only where there is one', () => {
    const modes = (id: string) => all.find((item) => item.id === id)?.modes;
    expect(modes('d3-venue')).toEqual(['classroom', 'mixed']);
    expect(modes('d3-platform')).toEqual(['online', 'mixed']);
    expect(ids(all.filter((item) => item.modes !== undefined))).toEqual([
      ...['d3-venue', 'd3-platform', 'd3-venue-weak', 'd3-platform-weak'],
    ]);
  });

  it('ask depth, breadth, length and pace with the best in the middle, and score them by the distance from it', () => {
    const twoSided = all.filter((item) => item.type === 'two-sided');
    expect(ids(twoSided)).toEqual(['d1-depth', 'd1-breadth', 'd3-length', 'd3-pace']);
    for (const item of twoSided) {
      expect(item.type === 'two-sided' && item.labels[2]).toEqual({ zh: '正好', en: 'Just right' });
      expect([1, 2, 3, 4, 5].map((point) => scoreOf(item, point))).toEqual([1, 3, 5, 3, 1]);
    }
  });

  it('have no scale whose middle says nothing', () => {
    const middles = all.flatMap((item) => (isScored(item) ? [item.labels[2]] : []));
    for (const { zh, en } of middles) {
      expect(zh).not.toMatch(/一般|还行|中等/);
      expect(en).not.toMatch(/so-so|neutral|average|neither/i);
    }
  });

  it('what asks for several things at once is rated once; what was weak is asked of those who rate it 3 or less', () => {
    const severalAtOnce = ['d2-delivery', 'd2-methods', 'd3-modes', 'd3-venue', 'd3-platform'];
    for (const id of severalAtOnce) {
      const weak = all.find((item) => item.onlyIf?.item === id);
      expect(weak).toMatchObject({
        id: `${id}-weak`,
        type: 'choices',
        onlyIf: { atMost: 3 },
        required: false,
      });
    }
  });

  it('what is answered in percent asks for a percentage, and not for tenths', () => {
    const inPercent = [t1, t2].flatMap(itemsOf).filter((item) => item.type === 'number' && item.max === 100);
    expect(inPercent).toHaveLength(1);
    for (const { wording } of inPercent) {
      expect(wording.zh).toContain('百分之');
      expect(wording.zh).not.toContain('成？');
      expect(wording.en).toContain('percentage');
    }
  });

  it('T2 asks for occasions before use, and how often only of those who had some', () => {
    const order = ids(itemsOf(t2));
    expect(order.indexOf('d4-occasion')).toBeLessThan(order.indexOf('d4-use'));
    expect(itemsOf(t2).find(({ id }) => id === 'd4-use')?.onlyIf).toEqual({
      ...{ item: 'd4-occasion', is: ['often', 'some'] },
    });
  });

  it('what is for the person alone is private, all of it, and T2 shows the plan of T1 again', () => {
    expect(ids(all.filter(isPrivate))).toEqual(['d1-plan', 'd1-plan-by', 'd4-plan-done', 'd4-plan-hindered']);
    const again = itemsOf(t2).flatMap((item) => recallOf(item) ?? []);
    expect(again).toEqual([{ kind: 'T1', items: ['d1-plan', 'd1-plan-by'] }]);
  });

  it('ask exactly the instructor questions per instructor', () => {
    expect(all.every((item) => (item.perInstructor === true) === (item.dimension === 'D2'))).toBe(true);
  });

  it('ask about the same thing under the same id: a repeated id is the same question', () => {
    for (const item of all)
      expect(all.filter((other) => other.id === item.id).every((o) => o.digest === item.digest)).toBe(true);
  });

  it.each(questionnaires.all.map((one) => [questionnaireKey(one), one] as const))(
    '%s: ids are letters, digits and hyphens and unique',
    (_, questionnaire) => {
      const found = ids(itemsOf(questionnaire));
      expect(new Set(found).size).toBe(found.length);
      const options = itemsOf(questionnaire)
        .flatMap((item) => (item.type === 'choice' || item.type === 'choices' ? item.options : []))
        .map((option) => option.id);
      for (const id of [...found, ...options, ...questionnaire.pages.map((page) => page.id)])
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    },
  );

  it.each(questionnaires.all.map((one) => [questionnaireKey(one), one] as const))(
    '%s: everything is said in both languages, the Chinese in Chinese and the English without it',
    (_, questionnaire) => {
      const found = texts(questionnaire);
      expect(found.length).toBeGreaterThan(50);
      for (const { zh, en } of found) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*$/u);
      }
    },
  );

  it('a round finds its questionnaire again by the key it kept', () => {
    const training = { mode: 'classroom', source: 'internal', course: 'Safety' } as const;
    expect(questionnaireKey(questionnaires.for('T1', training))).toBe('t1.2');
    expect(questionnaires.of('t2.2')).toBe(questionnaires.for('T2', training));
    expect(() => questionnaires.of('t9.1')).toThrow();
    expect(() => questionnaires.for('T4', training)).toThrow();
  });
});

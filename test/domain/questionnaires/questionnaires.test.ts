import { describe, expect, it } from 'vitest';
import { type Item, itemsOf, questionnaireKey } from '../../../src/domain/questionnaires/questionnaire.ts';
import { questionnaires, t1, t2 } from '../../support/questionnaires.ts';

/** POLICY §3, one entry per item of each dimension, and the questions that ask it. */
const policy: Record<string, readonly string[]> = {
  'D1 practicality for the job': ['d1-practical'],
  'D1 depth and breadth': ['d1-depth', 'd1-breadth'],
  'D1 understood': ['d1-understood'],
  'D1 can be applied': ['d1-applicable'],
  'D1 how up to date it is': ['d1-current'],
  'D2 expertise': ['d2-expertise'],
  'D2 clarity': ['d2-clarity'],
  'D2 variety of methods that rouse interest and help learning': ['d2-methods'],
  'D2 delivery': ['d2-delivery'],
  'D2 answering questions': ['d2-answers'],
  'D3 teaching modes and their mix': ['d3-modes'],
  'D3 length and sessions': ['d3-length'],
  'D3 time slots': ['d3-slots'],
  'D3 venue': ['d3-venue'],
  'D3 online platform': ['d3-platform'],
  'D4 gain in knowledge and skills': ['d4-gain'],
  'D4 use on real problems at work': [
    'd4-use',
    'd4-share-applied',
    'd4-helped',
    'd4-hindered',
    'd4-hindered-more',
  ],
  'D4 attitude': ['d4-motivation', 'd4-responsibility', 'd4-teamwork'],
  'D4 career': ['d4-career'],
  'D5 overall satisfaction': ['d5-overall', 'd5-recommend'],
  'D5 suggestions for improvement, by aspect': ['d5-aspect', 'd5-suggestion'],
};

const all = [...itemsOf(t1), ...itemsOf(t2)];
const ids = (items: readonly Item[]) => items.map((item) => item.id);
const texts = (value: unknown): { zh: unknown; en: unknown }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value || 'en' in value) return [value as { zh: unknown; en: unknown }];
  return Object.values(value).flatMap(texts);
};

describe('the questionnaires of T1 and T2', () => {
  it('ask every item of the policy, and nothing that is not in it', () => {
    expect(new Set(Object.values(policy).flat())).toEqual(new Set(ids(all)));
  });

  it('file each question under the dimension of its policy item', () => {
    const dimension = new Map(all.map((item) => [item.id, item.dimension]));
    for (const [entry, asked] of Object.entries(policy)) {
      for (const id of asked) expect(`${id} ${dimension.get(id)}`).toBe(`${id} ${entry.slice(0, 2)}`);
    }
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
    expect(ids(all.filter((item) => item.modes !== undefined))).toEqual(['d3-venue', 'd3-platform']);
  });

  it('ask exactly the instructor questions per instructor', () => {
    expect(all.every((item) => (item.perInstructor === true) === (item.dimension === 'D2'))).toBe(true);
  });

  it('ask about the same thing under the same id: a repeated id is the same question', () => {
    for (const item of all)
      expect(all.filter((other) => other.id === item.id).every((o) => o === item)).toBe(true);
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
    expect(questionnaireKey(questionnaires.for('T1', training))).toBe('t1.1');
    expect(questionnaires.of('t2.1')).toBe(questionnaires.for('T2', training));
    expect(() => questionnaires.of('t9.1')).toThrow();
    expect(() => questionnaires.for('T4', training)).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { itemsById, type Questionnaire } from '../../../src/domain/questionnaires/questionnaire.ts';
import { changed, own, ownFile, readGood } from '../../support/own-questionnaires.ts';

const digestOf = (questionnaire: Questionnaire, id: string) => itemsById(questionnaire).get(id)?.digest;
const withChanges = (...changes: Parameters<typeof changed>[1][]) => readGood(changed(ownFile, ...changes));

describe('the digest of a question', () => {
  it.each<[string, string, readonly [string, string]]>([
    ['its Chinese', 'depth', ['内容的深浅如何？', '内容深不深？']],
    ['its English', 'depth', ['How deep was', 'How shallow was']],
    ['a label', 'depth', ['en: Just right', 'en: Fine']],
    ['its type', 'depth', ['type: two-sided', 'type: rating']],
    ['what "not applicable" says', 'answers', ['en: Nobody asked }', 'en: No questions }']],
    ['an option', 'occasion', ['en: Not yet', 'en: No']],
    ['the range of a number', 'times', ['max: 10', 'max: 20']],
    ['whom it is asked of', 'times', ['is: had-one', 'is: none-yet']],
    ['whether it is about each instructor', 'methods', ['perInstructor: true\n        wording', 'wording']],
    [
      'how its page begins',
      'depth',
      ['en: Content }', 'en: Content }\n    stem: { zh: 请想一想, en: Please think }'],
    ],
  ])('changes with %s', (_, id, change) => {
    expect(digestOf(withChanges(change), id)).not.toBe(digestOf(own, id));
  });

  it.each<[string, string, readonly [string, string]]>([
    ['its short name', 'depth', ['en: Depth }', 'en: How deep }']],
    ['a remark in the file', 'depth', ['asks: D1.depth', 'asks: D1.depth # mended']],
    ['a word before the page', 'depth', ['en: Content }', 'en: Content }\n    lead: { zh: 请, en: Please }']],
    ['the name of its scale', 'depth', ['scale: depth', 'scale: "depth"']],
    ['being optional', 'occasion', ['required: true', 'required: false']],
    ['another question', 'depth', ['How many times', 'How often']],
    ['its level', 'depth', ['level: 1', 'level: 2']],
  ])('stays with %s', (_, id, change) => {
    expect(digestOf(withChanges(change), id)).toBe(digestOf(own, id));
  });

  it('changes with the question its condition looks at', () => {
    const other = withChanges(['Was there an occasion', 'Was there any occasion']);
    expect(digestOf(other, 'times')).not.toBe(digestOf(own, 'times'));
    expect(digestOf(other, 'too-deep')).toBe(digestOf(own, 'too-deep'));
  });

  it('is the same in another version and on another page', () => {
    const later = readGood(changed(ownFile, ['version: 1', 'version: 2']), 'own-t1.v2.yaml');
    expect(digestOf(later, 'depth')).toBe(digestOf(own, 'depth'));
  });
});

describe('the digest of a questionnaire', () => {
  it.each<[string, readonly [string, string]]>([
    ['a word that people read', ['en: Tell us what you think.', 'en: Tell us more.']],
    ['the title of a page', ['en: Content }', 'en: The content }']],
    ['a question', ['How deep was', 'How shallow was']],
    ['what must be answered', ['required: true', 'required: false']],
    ['where a question is asked', ['asks: D1.depth', 'asks: D1.depth\n        modes: [online]']],
    ['what becomes of an answer', ['private: true\n        wording', 'wording']],
    ['the dimension an answer is filed under', ['asks: D2.answers', 'asks: D3.modes']],
    ['the trainings it is for', ['mode: classroom', 'mode: online']],
  ])('changes with %s', (_, change) => {
    expect(withChanges(change).digest).not.toBe(own.digest);
  });

  it('stays with short names, clauses of the same dimension and the order of fields', () => {
    const tidied = withChanges(
      ['en: Depth }', 'en: How deep }'],
      ['asks: D1.depth', 'asks: [D1.depth, D1.breadth]'],
      ['id: own-t1\nversion: 1', 'version: 1\nid: own-t1'],
    );
    expect(tidied.digest).toBe(own.digest);
  });
});

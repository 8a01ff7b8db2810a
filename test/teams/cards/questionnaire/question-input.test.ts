import { expect, it } from 'vitest';
import { itemsOf } from '../../../../src/domain/questionnaires/questionnaire.ts';
import { question } from '../../../../src/teams/cards/questionnaire/question-input.ts';
import { own } from '../../../support/own-questionnaires.ts';

const labelOf = (marks: { readonly private: boolean; readonly required: boolean }): string => {
  const [first] = itemsOf(own);
  if (first === undefined) throw new Error('nothing is asked');
  const item = { ...first, type: 'text', maxLength: 300, ...marks } as const;
  return question({ key: item.id, item }, undefined, undefined, 'en').label.replace(item.wording.en, '');
};

it('whether a question may be left open, and who sees its answer, stand behind it in one pair of brackets', () => {
  expect(labelOf({ private: false, required: true })).toBe('');
  expect(labelOf({ private: false, required: false })).toBe(' (optional)');
  expect(labelOf({ private: true, required: true })).toBe(' (only you will see this)');
  expect(labelOf({ private: true, required: false })).toBe(' (optional; only you will see this)');
});

const asked = (isPrivate: boolean, language: 'zh' | 'en'): string => {
  const text = itemsOf(own).find((item) => item.type === 'text');
  if (text?.type !== 'text') throw new Error('nothing asks for a comment');
  const item = { ...text, private: isPrivate };
  return question({ key: item.id, item }, undefined, undefined, language).placeholder;
};

it('whoever writes a comment reads beforehand that it is shown word for word, and to leave names out', () => {
  expect(asked(false, 'en')).toMatch(/word for word.*no names/);
  expect(asked(false, 'zh')).toMatch(/原样.*别写姓名/);
});

it('of what is for nobody else’s eyes nothing of the kind is said', () => {
  expect(asked(true, 'en')).not.toMatch(/shown|names/);
  expect(asked(true, 'zh')).not.toMatch(/给人看|姓名/);
});

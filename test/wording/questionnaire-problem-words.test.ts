import { expect, test } from 'vitest';
import { questionnaireProblemCodes } from '../../src/domain/questionnaires/questionnaire-problem.ts';
import { questionnaireProblemWords } from '../../src/wording/questionnaire-problem-words.ts';

test.each(questionnaireProblemCodes)(
  '%s says what is wrong and what would be right, in both languages',
  (code) => {
    const details = {
      ...{ field: 'asks', language: 'en', expected: 'string', allowed: 'a, b', limit: 40, most: 4, least: 2 },
      ...{ named: 'own.v1.yaml', id: 't1', possible: '1, 2', other: 'own.v1.yaml', next: 'own.v2.yaml' },
      ...{ kind: 'T1', mode: 'online', source: 'internal', course: '' },
    };
    const { wrong, right } = questionnaireProblemWords({ code, file: 'own.v1.yaml', line: 2, details });
    for (const text of [wrong, right]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*$/u);
      expect(`${text.zh}${text.en}`).not.toMatch(/undefined|NaN|\[object/u);
    }
    expect(right.en).not.toBe(wrong.en);
  },
);

import { describe, expect, it } from 'vitest';
import { deliveryReasons as reasonCodes } from '../../src/domain/deliveries/delivery.ts';
import type { Text } from '../../src/domain/kernel/text.ts';
import * as definitions from '../../src/wording/definition-words.ts';
import * as deliveryReasons from '../../src/wording/delivery-reason-words.ts';
import * as dimensions from '../../src/wording/dimension-words.ts';
import * as figures from '../../src/wording/figure-words.ts';
import * as improvement from '../../src/wording/improvement-words.ts';
import * as pending from '../../src/wording/pending-words.ts';
import * as questionnaireEnd from '../../src/wording/questionnaire-end-words.ts';
import * as questionnaire from '../../src/wording/questionnaire-words.ts';
import * as report from '../../src/wording/report-words.ts';
import * as result from '../../src/wording/result-words.ts';
import * as rosterGaps from '../../src/wording/roster-gap-words.ts';
import * as rounds from '../../src/wording/round-words.ts';
import * as status from '../../src/wording/status-words.ts';

const themes = {
  definitions,
  deliveryReasons,
  dimensions,
  figures,
  improvement,
  questionnaire,
  questionnaireEnd,
  report,
  result,
  pending,
  rosterGaps,
  rounds,
  status,
};

const texts = (value: unknown): Text[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Text];
  return Object.values(value).flatMap(texts);
};

describe.each(Object.entries(themes))('the wording of %s', (_, theme) => {
  const found = texts({ ...theme }).filter((text) => text !== figures.noFigure);

  it('says everything in Chinese and in English', () => {
    expect(found.length).toBeGreaterThan(0);
    for (const { zh, en } of found) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*$/u);
    }
  });

  it('addresses people politely and one way', () => {
    for (const { zh } of found) expect(zh).not.toMatch(/你(?!们)/);
  });
});

describe('reasons for not reaching somebody', () => {
  it('each tells staff what to do about it', () => {
    for (const code of reasonCodes) {
      const { why, remedy } = deliveryReasons.deliveryReasons[code];
      expect(remedy.en).not.toBe(why.en);
      expect(remedy.zh).toMatch(/。$/);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliveryReasons as reasonCodes } from '../../src/domain/deliveries/delivery.ts';
import { deliveryReasons } from '../../src/wording/delivery-reason-words.ts';
import { resultsChannel } from '../../src/wording/demo-chair-words.ts';
import { type Signature, signaturesIn } from '../support/signatures.ts';
import { samplesOfFunction, samplesOfType } from '../support/wording-samples.ts';

const folder = resolve(import.meta.dirname, '../../src/wording');

/** Figures, marks and names without a word of their own. */
const wordless = ['resultsChannel', 'yearName', 'holderOf', 'scoreCell', 'shareCell'];
/** What has to be typed or looked for in Chinese, in English too. */
const literal = [resultsChannel, 'demo 中文'];

interface Found {
  /** `report-words.ts reportWarnings.missed(1)`. */
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

const isText = (value: object): value is { zh: unknown; en: unknown } => 'zh' in value && 'en' in value;

/** Every combination of one sample for each parameter. */
const combined = (choices: readonly (readonly unknown[])[]): unknown[][] =>
  choices.reduce<unknown[][]>(
    (before, samples) => before.flatMap((args) => samples.map((sample) => [...args, sample])),
    [[]],
  );

/** Samples as they come most often: names and figures in Latin letters and digits. */
const inLatin = <Value>(value: Value): Value => {
  if (typeof value === 'string') return value.replaceAll('§', 'Zo').replaceAll('甲', 'Zo1') as Value;
  if (Array.isArray(value)) return value.map(inLatin) as Value;
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLatin(one)])) as Value;
};

const argumentsFor = (name: string, signature: Signature | undefined): readonly (readonly unknown[])[] => {
  const given = samplesOfFunction[name];
  if (given !== undefined) return given;
  if (signature === undefined)
    throw new Error(`test/support/wording-samples.ts has no arguments for ${name}`);
  return combined(
    signature.parameters.map((type) => {
      const samples = samplesOfType[type];
      if (samples === undefined) throw new Error(`wording-samples.ts has no ${type} for ${name}`);
      return samples;
    }),
  );
};

/** Every text a value is, holds, or makes when it is called. */
const textsOf = (
  value: unknown,
  name: string,
  where: string,
  signatures: readonly Signature[],
  latin = false,
): Found[] => {
  if (typeof value === 'function') {
    const signature = signatures.find((one) => one.name === name);
    // A date or a number as it is written: test/wording/format.test.ts.
    if (signature?.returns === 'string' || signature?.returns === 'number') return [];
    return argumentsFor(name, signature).flatMap((args) =>
      textsOf(
        value(...(latin ? args.map(inLatin) : args)),
        name,
        `${where}(${args.map((one) => JSON.stringify(one)).join(', ')})`,
        [],
        latin,
      ),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) {
    const [zh, en] = [[value.zh].flat(), [value.en].flat()];
    return zh.map((one, at) => ({ where, zh: String(one), en: String(en[at]) }));
  }
  return Object.entries(value).flatMap(([key, one]) =>
    textsOf(one, key, `${where}.${key}`, signatures, latin),
  );
};

const files = readdirSync(folder);
const found: Found[] = [];
const foundInLatin: Found[] = [];
for (const file of files) {
  const signatures = signaturesIn(readFileSync(join(folder, file), 'utf8'));
  const exported = Object.entries((await import(join(folder, file))) as Record<string, unknown>);
  for (const [name, value] of exported) {
    foundInLatin.push(...textsOf(value, name, `${file} ${name}`, signatures, true));
    if (!wordless.includes(name)) found.push(...textsOf(value, name, `${file} ${name}`, signatures));
  }
}

describe('everything a person reads', () => {
  it('is found: from every file, and more than a few', () => {
    const silent = files.filter((file) => !found.some(({ where }) => where.startsWith(file)));
    expect(silent).toEqual(['format.ts', 'spaced.ts']);
    expect(found.length).toBeGreaterThan(600);
  });

  it('is Chinese in Chinese', () => {
    expect(found.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  it('is not Chinese in English', () => {
    const own = (en: string): string => literal.reduce((text, one) => text.replaceAll(one, 'Xx'), en);
    const wrong = ({ en }: Found): boolean => /\p{Script=Han}/u.test(own(en)) || !/[A-Za-z]/.test(en);
    expect(found.filter(wrong)).toEqual([]);
  });

  it('has everything filled in', () => {
    const broken = /undefined|NaN|\[object|\$\{|=>|null/;
    expect(found.filter(({ zh, en }) => broken.test(zh) || broken.test(en))).toEqual([]);
  });

  it('parts Chinese from the letters and digits of what is put in, by a space', () => {
    const touching = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    const wrong = foundInLatin.filter(({ zh }) => touching.test(zh.replace(/\d+(?=[年月日])/g, '')));
    expect(wrong.map(({ where, zh }) => `${where.replace(/\(.*/, '')} ${zh}`)).toEqual([]);
  });

  it('calls one thing by one name, and none by the name it has among us', () => {
    const ours = {
      zh: /一轮|一批|不是消息|未用上|批回访|一两分钟|几成/,
      en: /\b(?:(?:rounds?|visits?|enrolments?)\b|not shown$|not messages|answered not|minute or two|still open\.)/i,
    };
    expect(found.filter(({ zh, en }) => ours.zh.test(zh) || ours.en.test(en))).toEqual([]);
  });

  it('addresses people politely and one way', () => {
    expect(found.filter(({ zh }) => /你(?!们)/.test(zh))).toEqual([]);
  });
});

describe('reasons for not reaching somebody', () => {
  it('each tells staff what to do about it', () => {
    for (const code of reasonCodes) {
      const { why, remedy } = deliveryReasons[code];
      expect(remedy.en).not.toBe(why.en);
      expect(remedy.zh).toMatch(/。$/);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { checkRoster } from '../../../src/domain/rosters/check-roster.ts';
import { readEmail, readEmails } from '../../../src/domain/rosters/roster-email.ts';
import { participant, rosterTable } from '../../support/roster-lines.ts';

const li = 'li@contoso.example';
const bo = 'bo@contoso.example';

describe('one address is read as mail programs, forms and hands write it', () => {
  test.each([
    `Li Wei <${li}>`,
    `李伟 <${li}>`,
    `李伟＜${li}＞`,
    `"Li, Wei" <${li}>`,
    `Li Wei <mailto:${li}>`,
    `Li Wei <${li}>;`,
    `mailto:${li}`,
    'li＠contoso．example',
    'li@contoso。example',
    `${li};`,
    `${li}；`,
    `${li},`,
    `${li}.`,
    `${li}。`,
    `"${li}"`,
    `'${li}'`,
    `“${li}”`,
    `‘${li}’`,
    `" ${li} "`,
    `"${li}";`,
    `"${li};"`,
    ` ${li} `,
  ])('%s', (cell) => {
    expect(readEmail(cell)).toEqual({ value: li });
  });
});

describe('what is cut off, doubled or two addresses in one is refused', () => {
  test.each([
    'li@contoso.exam...',
    'li@contoso.exam…',
    `${li};;`,
    `${bo} <${li}>`,
    `Li Wei <${li}`,
    `"${li}`,
    'Li Wei <>',
  ])('%s', (cell) => {
    expect(readEmail(cell)).toEqual({ trouble: { code: 'email-not-valid' } });
  });

  test.each([`Li Wei <${li}> <${bo}>`, `<${li}>;<${bo}>`, `${li};${bo}`, `${li} / ${bo}`])(
    '%s are several people',
    (cell) => {
      expect(readEmail(cell)).toEqual({ trouble: { code: 'several-people' } });
      expect(readEmail(`${cell}; Tom`)).toEqual({ trouble: { code: 'email-not-valid' } });
    },
  );

  test('and quotes or a name hide no formula', () => {
    for (const cell of [`"=${li}"`, `Li <+${li}>`])
      expect(readEmail(cell)).toEqual({ trouble: { code: 'text-like-formula' } });
  });
});

describe('several addresses are read whatever stands between them', () => {
  test.each([
    `${li};${bo}`,
    `${li}；${bo}`,
    `${li},${bo}`,
    `${li}，${bo}`,
    `${li}、${bo}`,
    `${li}/${bo}`,
    `${li} / ${bo}`,
    `${li}／${bo}`,
    `${li}|${bo}`,
    `${li}&${bo}`,
    `${li} & ${bo}`,
    `${li} and ${bo}`,
    `${li}和${bo}`,
    `${li} 和 ${bo}`,
    `${li}和 ${bo}`,
    `${li}与${bo}`,
    `${li}及${bo}`,
    `${li}\n${bo}`,
    `${li} ${bo}`,
    `${li}; ${bo};`,
    `"${li}", "${bo}"`,
    `"${li}"/"${bo}"`,
    `Li Wei <${li}>; Bo <${bo}>`,
    `Li Wei <${li}>, ${bo}`,
    `Li Wei <${li}> Bo <${bo}>`,
    `Li Wei <${li}>/Bo <${bo}>`,
    `Li Wei <${li}> & Bo <${bo}>`,
    `Li Wei <${li}> and Bo <${bo}>`,
    `李和平 <${li}>和于与 <${bo}>`,
    `"Li, Wei" <${li}>; "Bo; K." <${bo}>`,
    `Li Wei <${li}>和${bo}`,
    `Li Wei <${li}>; Bo <${bo}>.`,
    `mailto:${li}; MAILTO:${bo}`,
  ])('%s', (cell) => {
    expect(readEmails(cell)).toEqual({ value: [li, bo] });
  });

  test.each([
    ['a/b&c@contoso.example', ['a/b&c@contoso.example']],
    ['/li@contoso.example', ['/li@contoso.example']],
    ['和平@contoso.example', ['和平@contoso.example']],
    ['li@和与.example', ['li@和与.example']],
    ['li@contoso.ab和.example', ['li@contoso.ab和.example']],
  ])('but %s is one, for they may be part of it', (cell, value) => {
    expect(readEmails(cell)).toEqual({ value });
  });

  test.each([
    [`${li}; Tom`, 'Tom'],
    [`Tom, Li Wei <${li}>`, 'Tom'],
    [`Tom and Li Wei <${li}>`, 'Tom'],
    [`Tom & ${li}`, 'Tom'],
    [`${li}/Tom`, 'Tom'],
    [`${li} Bo <${bo}`, `${li} Bo <${bo}`],
    ['&', '&'],
    [`/; ${li}`, '/'],
  ])('%s is refused with the part that is no address', (cell, part) => {
    expect(readEmails(cell)).toEqual({ trouble: { code: 'email-not-valid', details: { part } } });
  });
});

test('the same instructors in another order or writing are no contradiction; others are', () => {
  const lines = (second: string) => [
    participant(1, { instructor_emails: `${li}; ${bo}` }),
    participant(2, { instructor_emails: second }),
  ];
  const problems = (second: string) =>
    checkRoster(rosterTable(lines(second)), 'UTC').problems.map(({ code }) => code);
  expect(problems(`Bo <${bo}>/${li}`)).toEqual([]);
  expect(problems(li)).toEqual(['training-differs', 'training-differs']);
});

test('a training has its instructors in one order, whichever of its lines comes first', () => {
  const one = participant(1, { instructor_emails: `${li}; ${bo}` });
  const two = participant(2, { instructor_emails: `${bo}; ${li}` });
  for (const lines of [
    [one, two],
    [two, one],
  ]) {
    const { rows } = checkRoster(rosterTable(lines), 'UTC');
    expect(rows.map(({ instructorEmails }) => instructorEmails)).toEqual([
      [bo, li],
      [bo, li],
    ]);
  }
});

test('an address has at most 254 characters, and 64 before its sign', () => {
  const long = `li@${'abcdefg.'.repeat(30)}example`;
  expect([long.length, readEmail(long)]).toEqual([250, { value: long }]);
  expect(readEmail(`${'x'.repeat(5)}${long}`)).toMatchObject({ trouble: { code: 'email-not-valid' } });
  expect(readEmail(`${'x'.repeat(64)}@contoso.example`)).toHaveProperty('value');
  expect(readEmail(`${'x'.repeat(65)}@contoso.example`)).toHaveProperty('trouble');
});

test('a cell as large as a file is too long for an address, or for several; what is too long for one of several is named', () => {
  expect(readEmail(`${'x'.repeat(600)}@contoso.example`)).toEqual({
    trouble: { code: 'text-too-long', details: { limit: 600 } },
  });
  expect(readEmails(`${li};`.repeat(10_000))).toEqual({
    trouble: { code: 'text-too-long', details: { limit: 10_000 } },
  });
  expect(readEmails(`${li}; ${'x'.repeat(700)}@contoso.example`)).toMatchObject({
    trouble: { code: 'email-not-valid' },
  });
  const hundred = Array.from({ length: 100 }, (_, at) => `Somebody ${at} <p${at}@contoso.example>`);
  expect(readEmails(hundred.join('; '))).toMatchObject({ value: { length: 100 } });
});

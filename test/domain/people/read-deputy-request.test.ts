import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeputyRequest } from '../../../src/domain/people/read-deputy-request.ts';

const today = '2026-11-20';
const named = (who: string, from: string, until: string) => ({ ask: 'name', who, from, until });

describe('a request for a deputy is understood', () => {
  test.each([
    ['', { ask: 'show' }],
    ['off', { ask: 'end' }],
    ['Take back', { ask: 'end' }],
    ['取消', { ask: 'end' }],
    ['Li Wei until 2026-12-10', named('Li Wei', today, '2026-12-10')],
    ['li.wei@contoso.example 2026-12-10', named('li.wei@contoso.example', today, '2026-12-10')],
    ['Li Wei from 2026-12-01 to 2026-12-10', named('Li Wei', '2026-12-01', '2026-12-10')],
    ['Li Wei 2026/12/1 – 2026/12/10', named('Li Wei', '2026-12-01', '2026-12-10')],
    ['李伟 到 2026年12月10日', named('李伟', today, '2026-12-10')],
    ['李伟 从 12月1日 到 12月10日', named('李伟', '2026-12-01', '2026-12-10')],
    ['由 李伟 从12月1日到12月10日', named('李伟', '2026-12-01', '2026-12-10')],
    ['李伟 到 1月5日', named('李伟', today, '2027-01-05')],
    ['Li Wei until 2026-11-01', named('Li Wei', today, '2026-11-01')],
    ['Li Wei until 2026-02-31', { ask: 'unclear', why: 'date' }],
    ['Li Wei from 2026-12-10 until 2026-12-01', { ask: 'unclear', why: 'date' }],
    ['Li Wei', { ask: 'unclear', why: 'words' }],
    ['until 2026-12-10', { ask: 'unclear', why: 'words' }],
    ['Li Wei 2026-12-01 2026-12-02 2026-12-03', { ask: 'unclear', why: 'words' }],
  ])('%s', (text, request) => {
    expect(readDeputyRequest(text, today)).toEqual(request);
  });

  test('and whatever is typed throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readDeputyRequest(text, today)).toHaveProperty('ask');
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { followUpRules } from '../../../src/domain/followups/follow-up-rules.ts';
import { visitKinds } from '../../../src/domain/kernel/ids.ts';
import { aTraining } from '../../store/samples.ts';

const short = aTraining({ start: '2026-03-01', end: '2026-03-02' });
const long = aTraining({ length: 'long', start: '2026-01-31', end: '2026-04-30' });
const kindsOf = (training: typeof short) =>
  visitKinds.filter((kind) => followUpRules[kind].applies(training));
const daysOf = (kind: keyof typeof followUpRules, training: typeof short) =>
  followUpRules[kind]
    .occasions(training)
    .map(({ day, label }) => [day.toString(), ...(label === undefined ? [] : [label.zh, label.en])]);

describe('the rules of follow-up', () => {
  it('T1 and T2 follow a short training, T3 to T5 a long one', () => {
    expect(kindsOf(short)).toEqual(['T1', 'T2']);
    expect(kindsOf(long)).toEqual(['T3', 'T4', 'T5']);
  });

  it('T1, T2, T4 and T5 are one round each, after the end, without a label', () => {
    for (const kind of ['T1', 'T2'] as const) expect(daysOf(kind, short)).toEqual([['2026-03-02']]);
    for (const kind of ['T4', 'T5'] as const) expect(daysOf(kind, long)).toEqual([['2026-04-30']]);
  });

  it('T3 follows each full month, as long as the training goes on after it, and is called by its number', () => {
    expect(daysOf('T3', long)).toEqual([
      ['2026-02-27', '第 1 个月', 'Month 1'],
      ['2026-03-30', '第 2 个月', 'Month 2'],
      ['2026-04-29', '第 3 个月', 'Month 3'],
    ]);
    const until = (end: string) => aTraining({ length: 'long', start: '2026-03-01', end });
    expect(daysOf('T3', until('2026-04-01')).length).toBe(1);
    expect(daysOf('T3', until('2026-03-31'))).toEqual([]);
  });
});

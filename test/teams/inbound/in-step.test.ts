import { describe, expect, it } from 'vitest';
import { createInStep } from '../../../src/teams/inbound/in-step.ts';

describe('work in step', () => {
  it('begins at once for somebody alone', () => {
    const begun: string[] = [];
    void createInStep()(async () => void begun.push('alone'));
    expect(begun).toEqual(['alone']);
  });

  it('begins together for those that come while another is at work', async () => {
    const inStep = createInStep();
    const said: string[] = [];
    const work = (name: string) =>
      inStep(async () => {
        said.push(`${name} begins`);
        await Promise.resolve();
        said.push(`${name} goes on`);
        return name;
      });
    const all = ['a', 'b', 'c'].map(work);
    expect(said).toEqual(['a begins']);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(said.slice(2)).toEqual(['b begins', 'c begins', 'b goes on', 'c goes on']);
  });

  it('tells what went wrong to the one it concerns, and the others go on', async () => {
    const inStep = createInStep();
    const first = inStep(async () => 'first');
    const failing = inStep(() => Promise.reject(new Error('no')));
    const last = inStep(async () => 'last');
    await expect(failing).rejects.toThrow('no');
    expect([await first, await last]).toEqual(['first', 'last']);
    const begun: string[] = [];
    void inStep(async () => void begun.push('alone again'));
    expect(begun).toEqual(['alone again']);
  });
});

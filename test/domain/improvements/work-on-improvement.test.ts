import { describe, expect, it } from 'vitest';
import { longestComment, workOnImprovement } from '../../../src/domain/improvements/work-on-improvement.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import { anImprovement, person } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

describe('what an owner says of an improvement', () => {
  const stores = useTestStores();

  it('is of bounded length, in characters that show; longer is refused and nothing of it kept', async () => {
    const given = anImprovement({ owner: person('ou') });
    await stores().improvements.assign(given, byTest);
    const deps = { ...stores(), clock: { now: () => byTest.at }, settings: defaultSettings };
    const say = (comment: string) =>
      workOnImprovement(deps, { improvement: given.id, person: person('ou'), comment });
    await expect(say('m'.repeat(longestComment + 1))).rejects.toMatchObject({
      code: 'text-too-long',
      details: { most: longestComment },
    });
    expect((await stores().improvements.byId(given.id))?.steps).toEqual(given.steps);
    const longest = 'm'.repeat(longestComment);
    expect((await say(` ${longest} `)).steps.at(-1)).toMatchObject({ state: given.state, comment: longest });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '../../support/how-often.ts';
import { playStory, stories } from '../../support/over-time/play-story.ts';
import { watching } from '../../support/over-time/watch.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();

test('whoever remembers everything anybody was ever told works out of it what nobody may know: nothing', async () => {
  const all = { stories: 0, looks: 0, sums: 0 };
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const { watched, watch } = watching(stores());
      await playStory(stores(), story, watch);
      all.stories += 1;
      all.looks += watched.looks;
      all.sums += watched.sums;
      expect(watched.found).toEqual([]);
    }),
    { numRuns: times(5, 50), endOnFailure: true },
  );
  expect(all.sums).toBeGreaterThan(0);
  if (times(0, 1) === 1) console.log('over time', all);
});

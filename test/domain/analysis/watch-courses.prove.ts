import { afterAll, expect, test } from 'vitest';
import { useTestStores } from '../../support/use-test-stores.ts';
import { watchCourses } from '../../support/watch-courses.ts';

const stores = useTestStores();
const watching = watchCourses(stores);
afterAll(() => watching.tells());

test('whatever happens and however often everybody looks, nobody finds out what fewer than five people said', async () => {
  expect(await watching.draws(40)).toEqual([]);
});

import { test } from 'vitest';
import { killWhileWriting } from '../support/kill-while-writing.ts';

test('nothing acknowledged is lost, done twice or half done when the server is killed 4 times', async () => {
  await killWhileWriting(4);
});

import { test } from 'vitest';
import { killWhileWriting } from '../support/kill-while-writing.ts';

test('nothing acknowledged is lost, done twice or half done when the server is killed 50 times', async () => {
  await killWhileWriting(50);
});

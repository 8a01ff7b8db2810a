import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, runDemo } from '../../src/cli/demo/run-demo.ts';
import type { Language } from '../../src/domain/kernel/text.ts';
import { freePort } from './free-port.ts';
import { openPlaygroundPage, type PlaygroundPage } from './playground-page.ts';

/** Starts the demo afresh on free ports, opens its Playground in a browser, and clears everything away after the story. */
export const inPlayground = async (
  language: Language,
  browser: Omit<Parameters<typeof openPlaygroundPage>[0], 'url'>,
  story: (page: PlaygroundPage, demo: Demo) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const demo = await runDemo({
    language,
    folder: join(folder, 'demo'),
    botPort: await freePort(),
    playgroundPort: await freePort(),
    keep: false,
    logLevel: 'warn',
  });
  try {
    const page = await openPlaygroundPage({ ...browser, url: demo.playground.url });
    try {
      await story(page, demo);
    } finally {
      await page.close();
    }
  } finally {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { demoChannel } from '../../src/cli/demo/playground.ts';
import { type Language, languages } from '../../src/domain/kernel/text.ts';
import { requireChromium } from './find-chromium.ts';
import { inPlayground } from './in-playground.ts';
import { tellStory } from './playground-story.ts';

/**
 * Takes the README's pictures (`docs/*.png`) from the running demo, and one of every card its story meets, in both
 * languages, wide and as on a phone, to `out/playground` for people to look at: `npm run screenshots`.
 */
const root = resolve(import.meta.dirname, '../..');
const docs = join(root, 'docs');
const forLooking = join(root, 'out/playground');
const inReadme = ['questionnaire', 'result'];
/** Taller than any card, so that none has to be scrolled. */
const desktop = { width: 1700, height: 2600 };
/** The Playground gives cards one width on every screen: what a phone has is set by hand. */
const phoneWidth = '330px';
const narrow = (card: { style: { width: string } }, width: string): void => {
  card.style.width = width;
};

const take = async (card: Locator, file: string): Promise<void> => {
  await card.scrollIntoViewIfNeeded();
  await card.screenshot({ path: file, animations: 'disabled' });
};

const record = (language: Language): Promise<void> =>
  inPlayground(language, { chromiumPath: requireChromium(), viewport: desktop }, async (at) => {
    await at.page.getByTitle('Toggle Log Panel').click();
    await tellStory(at, language, demoChannel.name, async (card, name) => {
      await take(card, join(forLooking, `${name}.${language}.wide.png`));
      if (inReadme.includes(name))
        await take(card, join(docs, `${name}${language === 'en' ? '' : `.${language}`}.png`));
      await card.evaluate(narrow, phoneWidth);
      await take(card, join(forLooking, `${name}.${language}.phone.png`));
      await card.evaluate(narrow, '');
    });
  });

await mkdir(docs, { recursive: true });
await mkdir(forLooking, { recursive: true });
for (const language of languages) await record(language);
console.log(`Pictures are in ${docs} and ${forLooking}.`);

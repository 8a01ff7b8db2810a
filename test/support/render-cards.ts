import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { languages } from '../../src/domain/kernel/text.ts';
import { cardSamples } from './card-samples.ts';
import { chromiumFlags, requireChromium } from './find-chromium.ts';
import { hostConfig, stylesheet } from './teams-like.ts';

/**
 * Draws every sample card in both languages, wide and as on a phone, to `out/cards`:
 * `node test/support/render-cards.ts [part of a name]`. Shows what a client without the newest elements shows.
 */
const widths = { wide: 720, phone: 360 } as const;
const wanted = process.argv[2] ?? '';
const folder = new URL('../../out/cards/', import.meta.url).pathname;

const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: [...chromiumFlags],
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const { name, card } of cardSamples.filter((one) => one.name.includes(wanted))) {
    for (const language of languages) {
      for (const [width, pixels] of Object.entries(widths)) {
        await page.setViewportSize({ width: pixels, height: 400 });
        await page.setContent(`<style>${stylesheet}</style><div id="frame"><div id="card"></div></div>`);
        await page.addScriptTag({
          path: createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
        });
        await page.evaluate(
          `{
            AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
              const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
              result.outputHtml = escaped.replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>');
              result.didProcess = true;
            };
            const card = new AdaptiveCards.AdaptiveCard();
            card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
            card.parse(${JSON.stringify(card(language))});
            document.getElementById('card').append(card.render());
          }`,
        );
        await page.screenshot({ path: `${folder}${name}.${language}.${width}.png`, fullPage: true });
      }
    }
  }
} finally {
  await browser.close();
}

import { mkdir } from 'node:fs/promises';
import { languages } from '../../src/domain/kernel/text.ts';
import { cardWidths, openCardCanvas } from './card-canvas.ts';
import { cardSamples } from './card-samples.ts';
import { requireChromium } from './find-chromium.ts';

/**
 * Draws every sample card in both languages, wide and as on a phone, to `out/cards`, and says how tall it is there:
 * `node test/support/render-cards.ts [part of a name]`.
 */
const wanted = process.argv[2] ?? '';
const folder = new URL('../../out/cards/', import.meta.url).pathname;

const canvas = await openCardCanvas(requireChromium());
try {
  await mkdir(folder, { recursive: true });
  for (const { name, card } of cardSamples.filter((one) => one.name.includes(wanted))) {
    for (const language of languages) {
      for (const width of Object.keys(cardWidths) as (keyof typeof cardWidths)[]) {
        const height = await canvas.draw(card(language), width);
        await canvas.picture(`${folder}${name}.${language}.${width}.png`);
        if (width === 'phone') console.log(`${name} ${language}: ${height} px`);
      }
    }
  }
} finally {
  await canvas.close();
}

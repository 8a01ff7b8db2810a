import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Language, languages } from '../../src/domain/kernel/text.ts';
import { eyebrow } from '../../src/wording/questionnaire-words.ts';
import { requireChromium } from './find-chromium.ts';
import { inPlayground } from './in-playground.ts';
import { createPhoneHand } from './phone-hand.ts';
import { moveOnUntil } from './playground-steps.ts';
import { firstVisit, secondVisit } from './trainee-way.ts';

/**
 * A trainee's whole way through both questionnaires in the running demo, at phone width, in both languages: a picture of
 * every card in `out/way` for people to look at, and its height, the taps, and how long the bot takes, on the
 * screen: `npm run way`.
 */
const folder = resolve(import.meta.dirname, '../../out/way');
/** Taller than any card, so that none has to be scrolled. */
const desktop = { width: 1700, height: 2600 };
/** The Playground gives cards one width on every screen: what a phone of 360 px leaves them is set by hand. */
const phone = '.ac-adaptiveCard { width: 336px !important; box-sizing: border-box; }';

const walk = (language: Language): Promise<void> =>
  inPlayground(language, { chromiumPath: requireChromium(), viewport: desktop }, async (at) => {
    await at.page.getByTitle('Toggle Log Panel').click();
    await at.page.addStyleTag({ content: phone });
    let shown = 0;
    const show = async (card: Parameters<Parameters<typeof firstVisit>[1]['show']>[0], name: string) => {
      shown += 1;
      await card.scrollIntoViewIfNeeded();
      const file = `${language}-${String(shown).padStart(2, '0')}-${name}.png`;
      await card.screenshot({ path: join(folder, file), animations: 'disabled' });
      console.log(`${language} ${name}: ${Math.round((await card.boundingBox())?.height ?? 0)} px`);
    };
    const visits = [
      ['T1', firstVisit],
      ['T2', secondVisit],
    ] as const;
    for (const [kind, visit] of visits) {
      const [hand, aside] = [createPhoneHand(), createPhoneHand()];
      await visit(at, { language, hand, aside, show });
      const waits = [hand, aside]
        .flatMap((one) => one.pressed().map(({ ms }) => ms))
        .toSorted((a, b) => a - b);
      const taps = `${hand.taps()} taps${aside.taps() > 0 ? `, ${aside.taps()} more on second thoughts` : ''}`;
      const middle = waits[Math.floor(waits.length / 2)];
      console.log(
        `${language} ${kind}: ${taps}; a press took ${middle} ms in the middle, ${waits.at(-1)} ms at most`,
      );
      if (kind === 'T1') await moveOnUntil(at, eyebrow(1, 8)[language]);
    }
  });

await mkdir(folder, { recursive: true });
for (const language of languages) await walk(language);
console.log(`Pictures are in ${folder}.`);

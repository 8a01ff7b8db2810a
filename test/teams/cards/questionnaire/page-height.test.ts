import { expect, it } from 'vitest';
import { languages } from '../../../../src/domain/kernel/text.ts';
import { openCardCanvas } from '../../../support/card-canvas.ts';
import { findChromium } from '../../../support/find-chromium.ts';
import { questionnaireSamples } from '../../../support/questionnaire-samples.ts';

const chromiumPath = findChromium();
/** About 900: fonts differ by a line or two from machine to machine, a further question takes 120 or more. */
const mostPixels = 950;
/** Every page with all that anybody may be asked on it: of a mixed training, after the weakest answers. */
const pages = questionnaireSamples.filter(({ name }) => /^questionnaire-t[12]-\d+$/.test(name));

it.skipIf(chromiumPath === undefined)(
  'no page of T1 and T2 is a card of more than about 900 px on a phone 360 px wide, in either language',
  async () => {
    const canvas = await openCardCanvas(chromiumPath ?? '');
    try {
      expect(pages).toHaveLength(18);
      for (const { name, card } of pages)
        for (const language of languages)
          expect(await canvas.draw(card(language), 'phone'), `${name} ${language}`).toBeLessThan(mostPixels);
    } finally {
      await canvas.close();
    }
  },
);

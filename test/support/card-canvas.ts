import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { AdaptiveCard } from '../../src/teams/cards/adaptive-card.ts';
import { chromiumFlags } from './find-chromium.ts';
import { hostConfig, stylesheet } from './teams-like.ts';

/** What a phone leaves a message, and a wide window. */
export const cardWidths = { wide: 720, phone: 360 } as const;

/** Draws cards in a browser with Microsoft's renderer, which shows what a client without the newest elements shows. */
export interface CardCanvas {
  /** Draws a card in place of the one before; its height in pixels. */
  draw(card: AdaptiveCard, width: keyof typeof cardWidths): Promise<number>;
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

export const openCardCanvas = async (chromiumPath: string): Promise<CardCanvas> => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent(`<style>${stylesheet}</style><div id="frame"><div id="card"></div></div>`);
  await page.addScriptTag({ path: renderer });
  await page.evaluate(
    `AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      result.outputHtml = escaped.replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>');
      result.didProcess = true;
    };
    window.drawCard = (content) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
      card.parse(content);
      const place = document.getElementById('card');
      place.replaceChildren(card.render());
      return place.getBoundingClientRect().height;
    };`,
  );
  return {
    draw: async (card, width) => {
      await page.setViewportSize({ width: cardWidths[width], height: 400 });
      return Math.round(await page.evaluate<number>(`drawCard(${JSON.stringify(card)})`));
    },
    picture: async (file) => {
      await page.screenshot({ path: file, fullPage: true });
    },
    close: () => browser.close(),
  };
};

import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumFlags } from './find-chromium.ts';

/** What a person does in the Agents Playground, in words; every step waits for what it needs, never for a time. */
export interface PlaygroundPage {
  readonly page: Page;
  /** Sends a message in the conversation that is open. */
  say(text: string): Promise<void>;
  /** The newest card of the open conversation that says this; waits until it is there. */
  card(text: string | RegExp): Promise<Locator>;
  /** The messages and cards of the open chat that say this; not the list of chats, which repeats the last one. */
  messages(text: string | RegExp): Locator;
  /** Waits until somebody has said this in the open chat. */
  sees(text: string | RegExp): Promise<void>;
  openChat(): Promise<void>;
  openChannel(name: string): Promise<void>;
  close(): Promise<void>;
}

const patienceMs = 90_000;
/** Wide enough for the list of conversations, tall enough for a whole card. */
const desktop = { width: 1700, height: 1500 };

const mostTries = 3;

interface Opening {
  readonly url: string;
  readonly chromiumPath: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Opens a browser there; one that dies while it starts, as happens on a busy machine, is started again. */
const openBrowser = async (
  { url, chromiumPath, viewport }: Opening,
  left = mostTries,
): Promise<{ readonly browser: Browser; readonly page: Page }> => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
  try {
    const page = await browser.newPage({ viewport: viewport ?? desktop });
    page.setDefaultTimeout(patienceMs);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return { browser, page };
  } catch (error) {
    const died = !browser.isConnected();
    await browser.close();
    if (!died || left <= 1) throw error;
    return openBrowser({ url, chromiumPath, ...(viewport && { viewport }) }, left - 1);
  }
};

export const openPlaygroundPage = async (options: Opening): Promise<PlaygroundPage> => {
  const { browser, page } = await openBrowser(options);
  const editor = page.locator('[data-lexical-editor=true]').first();
  const conversation = (name: string) => page.getByRole('treeitem', { name, exact: false });
  const messages = (text: string | RegExp) =>
    page.locator('div:has(> [aria-label="Message header"])').filter({ hasText: text });
  return {
    page,
    say: async (text) => {
      for (let left = mostTries; left > 0; left -= 1) {
        await editor.click();
        await page.keyboard.type(text);
        // A card that comes just then takes the keyboard away from whoever types.
        if ((await editor.textContent()) === text) break;
        await editor.fill('');
      }
      await editor.press('Enter');
    },
    card: async (text) => {
      const found = page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
      await found.waitFor();
      return found;
    },
    messages,
    sees: (text) => messages(text).last().waitFor(),
    openChat: () => conversation('Personal Chat').click(),
    openChannel: (name) => conversation(name).click(),
    close: () => browser.close(),
  };
};

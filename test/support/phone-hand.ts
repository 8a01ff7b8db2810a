import type { Locator } from 'playwright-core';

/** What one press asked of the person and of the bot. */
export interface Pressed {
  readonly name: string;
  readonly ms: number;
}

/** Counts what a thumb does, and how long the bot lets it wait. */
export interface PhoneHand {
  /** So many times something was touched: a choice, a field, a button. */
  taps(): number;
  /** Touches one thing. */
  tap(at: Locator): Promise<void>;
  /** Touches a field and writes; the letters are not counted. */
  write(field: Locator, text: string): Promise<void>;
  /** Presses a button and waits for what it brings. */
  press<Brought>(name: string, button: Locator, brings: () => Promise<Brought>): Promise<Brought>;
  pressed(): readonly Pressed[];
}

export const createPhoneHand = (): PhoneHand => {
  const pressed: Pressed[] = [];
  let taps = 0;
  return {
    taps: () => taps,
    tap: async (at) => {
      taps += 1;
      await at.click();
    },
    write: async (field, text) => {
      taps += 1;
      await field.fill(text);
    },
    press: async (name, button, brings) => {
      taps += 1;
      const began = performance.now();
      await button.click();
      const brought = await brings();
      pressed.push({ name, ms: Math.round(performance.now() - began) });
      return brought;
    },
    pressed: () => pressed,
  };
};

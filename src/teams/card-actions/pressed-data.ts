import { Refusal } from '../../domain/kernel/refusal.ts';

/** The largest page of a questionnaire is a few KB. */
const mostData = 32 * 1024;
const mostText = 2_000;
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no card of ours can have sent, before any schema sees it. Sizes in characters. */
export const checkPressedData = (data: unknown, longestText = mostText): void => {
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length > longestText) {
      throw new Refusal('text-too-long', { most: longestText });
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (dangerous.has(key)) throw new Refusal('form-not-understood');
      walk(part);
    }
  };
  walk(data);
  if (JSON.stringify(data ?? null).length > mostData) throw new Refusal('form-not-understood');
};

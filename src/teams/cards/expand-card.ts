import type { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { AdaptiveCard, Json } from './adaptive-card.ts';

/**
 * In the data each `$` is written as a mark and a 1, and the mark itself as a mark and a 0: whatever people typed, even
 * the mark, is read back as it was, and none of it, nor two texts side by side, is taken for a leftover.
 */
const mark = '\uE000';
const protect = (text: string): string =>
  text.replace(/[$\uE000]/g, (letter) => mark + (letter === '$' ? '1' : '0'));
const restore = (text: string): string =>
  text.replace(/\uE000([01])/g, (_, which) => (which === '1' ? '$' : mark));

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
};

const complain = (value: Json | undefined, path: string): void => {
  if (value === null || value === undefined) throw new Error(`The card has nothing at ${path}`);
  if (typeof value === 'string' && value.includes('${')) throw new Error(`Left unexpanded at ${path}`);
  if (typeof value !== 'object') return;
  for (const [key, one] of Object.entries(value)) complain(one, `${path}.${key}`);
};

/**
 * Fills a template with data. Throws when anything was left unexpanded or came out as null: such a card must
 * not be sent. What is in the data is shown as it is, whatever it looks like.
 */
export const expandCard = (template: Template, data: object): AdaptiveCard => {
  const $root = mapTexts(data, protect) as object;
  const card: Json = template.expand({ $root });
  complain(card, 'card');
  return mapTexts(card, restore) as AdaptiveCard;
};

import { Refusal } from '../kernel/refusal.ts';
import { type Answer, type Answers, notApplicable } from './answers.ts';
import type { AskedItem, AskedPage } from './asked-page.ts';
import { plainText } from './plain-text.ts';
import type { ChoiceItem, ChoicesItem, FreeTextItem, ScoredItem } from './questionnaire.ts';

const notUnderstood = (): Refusal => new Refusal('answer-not-understood');

const text = (raw: unknown): string => {
  if (typeof raw !== 'string') throw notUnderstood();
  return raw.trim();
};

const number = (raw: unknown, min: number, max: number, step: number): number | undefined => {
  if (raw === '') return undefined;
  const value = typeof raw === 'string' && /^\s*\d{1,3}\s*$/.test(raw) ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw notUnderstood();
  if (value < min || value > max || (value - min) % step !== 0) throw notUnderstood();
  return value;
};

const point = (raw: unknown, item: ScoredItem): Answer | undefined =>
  raw === notApplicable && item.none !== undefined ? notApplicable : number(raw, 1, 5, 1);

const choice = (raw: unknown, item: ChoiceItem): string | undefined => {
  const chosen = text(raw);
  if (chosen === '') return undefined;
  if (!item.options.some((option) => option.id === chosen)) throw notUnderstood();
  return chosen;
};

const choices = (raw: unknown, item: ChoicesItem): readonly string[] | undefined => {
  const parts: unknown[] = Array.isArray(raw) ? raw : text(raw).split(',');
  if (parts.length > 2 * item.options.length) throw notUnderstood();
  const chosen = new Set(parts.map(text).filter((part) => part !== ''));
  const known = item.options.filter((option) => chosen.has(option.id));
  if (known.length !== chosen.size) throw notUnderstood();
  return known.length === 0 ? undefined : known.map((option) => option.id);
};

const freeText = (raw: unknown, item: FreeTextItem): string | undefined => {
  if (typeof raw !== 'string') throw notUnderstood();
  const tooLong = new Refusal('text-too-long', { most: item.maxLength });
  if (raw.length > 4 * item.maxLength) throw tooLong;
  const written = plainText(raw);
  if (written.length > item.maxLength) throw tooLong;
  return written === '' ? undefined : written;
};

const answer = ({ item }: AskedItem, raw: unknown): Answer | undefined => {
  if (item.type === 'rating' || item.type === 'two-sided') return point(raw, item);
  if (item.type === 'number') return number(raw, item.min, item.max, item.step);
  if (item.type === 'choice') return choice(raw, item);
  if (item.type === 'choices') return choices(raw, item);
  return freeText(raw, item);
};

/**
 * What came from a form, as answers to this page; an item passed over is absent. Nothing is believed:
 * unknown keys and options, numbers out of range and anything but text or a number are refused
 * ('answer-not-understood'), free text beyond its limit too ('text-too-long' with `most`).
 */
export const checkAnswers = (page: AskedPage, raw: Readonly<Record<string, unknown>>): Answers => {
  const asked = new Map(page.items.map((item) => [item.key, item]));
  const answers = new Map<string, Answer>();
  for (const [key, value] of Object.entries(raw)) {
    const item = asked.get(key);
    if (item === undefined) throw notUnderstood();
    if (value === undefined || value === null) continue;
    const given = answer(item, value);
    if (given !== undefined) answers.set(key, given);
  }
  return Object.fromEntries(answers);
};

/** As `checkAnswers`, leaving out what it refuses: what of a page can be kept for another time. */
export const usableAnswers = (page: AskedPage, raw: Readonly<Record<string, unknown>>): Answers =>
  Object.assign({}, ...Object.entries(raw).map(([key, value]) => usable(page, key, value)));

const usable = (page: AskedPage, key: string, value: unknown): Answers => {
  try {
    return checkAnswers(page, { [key]: value });
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
};

/** Keys of the questions that need an answer and have none, in the page's order. */
export const missingRequired = (page: AskedPage, answers: Answers): string[] =>
  page.items.filter(({ key, item }) => item.required && answers[key] === undefined).map(({ key }) => key);

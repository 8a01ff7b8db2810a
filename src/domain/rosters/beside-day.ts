import { weekdayNamed } from './names-of-days.ts';

const half = '(?:[上下]午|早上|早晨|凌晨|中午|晚上|傍晚|午[前後后]|[ap]\\.? ?m\\.?)';
const hours = '(?:[01]?\\d|2[0-3])';
const sixty = '[0-5]\\d';
/** `9:00`, `09:00:00.000`, `5:30 PM`, `9 am`, `17h30`, `2时30分`, `9点半`. */
const clock = [
  `${hours}:${sixty}(?::${sixty}(?:[.,]\\d{1,9})?)?(?: ?${half}| ?uhr)?`,
  `${hours} ?[ap]\\.? ?m\\.?`,
  `${hours} ?h(?:${sixty})?`,
  `${hours}[时時点點](?:[0-5]?\\d分?(?:[0-5]?\\d秒)?|[半整])?`,
]
  .map((way) => `(?:${way})`)
  .join('|');
const time = `(?:${half} ?)?(?:${clock})`;
/** `Z`, `+08:00`, `GMT+0800 (China Standard Time)`, `CEST`. */
const zone = String.raw`(?: ?(?:z|(?:utc|gmt)|[a-z]{2,4}t|北京时间))?(?: ?[+-][01]?\d(?::?\d{2})?)?(?: ?[(\[][^()\[\]]{1,40}[)\]])?`;
const span = `${time}(?: ?(?:-{1,2}|~|to|bis|[至到]) ?${time})?${zone}`;

/** What may stand between a day and its hour; behind a sign, and before another, nothing need. */
const lead = `(?: ?[,;、]? (?:(?:at|um|kl|alle|à) )?|[,;、]|(?<=[日号號)]) ?| ?(?=${half}))`;
const whole = `(?:${half}|全天|all day)`;
const behind = new RegExp(`(?:${lead}${span}|${lead}${whole}| ?\\((?:${span}|${whole})\\))$`, 'iu');
/** `T09:00:00Z` as systems write it, `T090000` where the day is written without hyphens. */
const systems = new RegExp(`t(?:${time}|${hours}${sixty}(?:${sixty})?)${zone}$`, 'iu');

/** What every hour has one of: most dates have none, and are spared the search. */
const hourly = /[:时時点點午早晨晚天]|\d ?h|t\d{4}|[ap]\.? ?m|day/iu;

/** Without its hour or hours (mornings and afternoons are two). */
export const withoutHour = (text: string): string => {
  let rest = text;
  while (hourly.test(rest)) {
    const less = rest.replace(systems, '').replace(behind, '').trim();
    if (less === rest) return rest;
    rest = less;
  }
  return rest;
};

const weekdayBefore = /^\(?([\p{L}-]{2,13})\)?\.?,? ?(?=[\p{L}\d])/u;
const weekdayBehind = /[ ,]*\(?(\p{L}{1,13})\.?\)?$/u;

/** Without its weekday, and which it was (1–7). */
export const withoutWeekday = (text: string): { readonly rest: string; readonly weekday?: number } => {
  for (const place of [weekdayBefore, weekdayBehind]) {
    const weekday = weekdayNamed(place.exec(text)?.[1] ?? '');
    if (weekday !== undefined) return { rest: text.replace(place, '').trim(), weekday };
  }
  return { rest: text };
};

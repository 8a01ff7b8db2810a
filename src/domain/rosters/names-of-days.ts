/** Whose names of months and weekdays are known; Chinese and Japanese number theirs. */
export const namingLanguages = ['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'pt', 'it', 'nl'];

interface Names {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

/** A name as it is compared: small letters, no accents, no full stop behind what is cut short. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

/** In full and cut short, in every language; no name means two things (a test says so). */
const namesOf = (part: 'month' | 'weekday', instants: readonly number[]): ReadonlyMap<string, number> =>
  new Map(
    namingLanguages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((how) => {
        const format = new Intl.DateTimeFormat(language, { [part]: how, timeZone: 'UTC' });
        return instants.map((instant, at): [string, number] => [bare(format.format(instant)), at + 1]);
      }),
    ),
  );

/** Listed once: to list them takes as long as to read a hundred lines. */
let listed: Names | undefined;
const names = (): Names => {
  const months = Array.from({ length: 12 }, (_, at) => Date.UTC(2026, at, 1));
  // From a Monday on.
  const week = Array.from({ length: 7 }, (_, at) => Date.UTC(2026, 7, 3 + at));
  listed ??= {
    // `Mrz` as a German Excel cuts it short.
    months: new Map([...namesOf('month', months), ['mrz', 3]]),
    weekdays: namesOf('weekday', week),
  };
  return listed;
};

/** 1–12 for `Aug`, `Sept.`, `août`, `März`. */
export const monthNamed = (name: string): number | undefined => names().months.get(bare(name));

/** 1 (Monday) to 7 for `Fri`, `Freitag`, `周五`, `星期五`, `(五)`, `金曜日`. */
export const weekdayNamed = (name: string): number | undefined => {
  const [, sign = ''] =
    /^(?:周|週|星期|[礼禮]拜)?([一二三四五六日天月火水木金土])(?:曜日?)?$/u.exec(name) ?? [];
  const numbered = Math.max('一二三四五六日'.indexOf(sign), '月火水木金土天'.indexOf(sign)) + 1;
  return sign === '' ? names().weekdays.get(bare(name)) : numbered;
};

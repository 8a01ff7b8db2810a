/** The two languages everything a person reads exists in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** The same in both languages: figures, names. */
export const same = (text: string): Text => ({ zh: text, en: text });

/** The language of a locale such as `zh-CN` or `en-GB`; anything not Chinese reads English. */
export const languageOf = (locale: string | undefined, otherwise: Language): Language => {
  if (locale === undefined || locale === '') return otherwise;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

import type { Text } from '../domain/kernel/text.ts';

/** What can be said to the demo, as one types it; with or without a slash, in either language. */
export const demoTitle: Text = { zh: '演示', en: 'demo' };
export const demoNext: Text = { zh: `${demoTitle.zh} 下一步`, en: `${demoTitle.en} next` };
export const demoWho: Text = { zh: `${demoTitle.zh} 我是谁`, en: `${demoTitle.en} who` };
export const demoAs = (chair: Text): Text => ({
  zh: `${demoTitle.zh} 扮演 ${chair.zh}`,
  en: `${demoTitle.en} as ${chair.en}`,
});
/** For whoever reads this language the other one. */
export const demoLanguage: Text = { zh: `${demoTitle.zh} english`, en: `${demoTitle.en} 中文` };

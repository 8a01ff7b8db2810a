import type { Text } from '../domain/kernel/text.ts';

/** One line about a setting that is not there. */
export const variableMissing = (name: string, hint: Text): Text => ({
  zh: `${name} 没有填写：${hint.zh}`,
  en: `${name} is missing: ${hint.en}`,
});

/** One line about a setting that cannot be right. */
export const variableWrong = (name: string, hint: Text): Text => ({
  zh: `${name} 的内容不对，应为：${hint.zh}`,
  en: `${name} is not right. It should be: ${hint.en}`,
});

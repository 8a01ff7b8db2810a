import type { Text } from '../domain/kernel/text.ts';

/** What a field of a questionnaire has to be, by the type that was expected. */
export const expected: Readonly<Record<string, Text>> = {
  string: { zh: '文字；纯数字请加引号', en: 'text; a number goes in quotes' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '用短横线列出的若干项', en: 'a list, each line beginning with a dash' },
  tuple: { zh: '用短横线列出的五项', en: 'a list of five, each line beginning with a dash' },
  object: { zh: '“名称: 内容”这样的若干项', en: 'fields, each written “name: value”' },
};

/**
 * Chinese with something put in, parted from it by a space where a letter or a digit of the one would touch a character
 * of the other: `赵磊 Zhao Lei 现在是…`, `赵磊现在是…`.
 */
export const spaced = (texts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  values.reduce<string>(
    (said, value, at) => joined(joined(said, `${value}`), texts[at + 1] ?? ''),
    texts[0] ?? '',
  );

const joined = (before: string, after: string): string =>
  touches.test(`${before.slice(-1)}\n${after.slice(0, 1)}`) ? `${before} ${after}` : before + after;

/** The last of the one and the first of the other. */
const touches = /^(?:\p{Script=Han}\n[\p{Script=Latin}\d]|[\p{Script=Latin}\d]\n\p{Script=Han})$/u;

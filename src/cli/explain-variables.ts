import { numberHint, whereToGet } from '../config/variables.ts';
import type { Language } from '../domain/kernel/text.ts';
import { variableMissing, variableWrong } from '../wording/variable-words.ts';

/** One line for each variable that is missing or wrong: which it is and where to get it. Never its value. */
export const explainVariables = (
  variables: readonly { readonly name: string; readonly missing: boolean }[],
  language: Language,
): readonly string[] =>
  variables.map(({ name, missing }) => {
    const hint = whereToGet[name] ?? numberHint;
    return `  ${(missing ? variableMissing : variableWrong)(name, hint)[language]}`;
  });

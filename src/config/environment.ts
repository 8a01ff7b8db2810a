import type { Language } from '../domain/kernel/text.ts';
import { languageOf } from '../domain/kernel/text.ts';

/** The only reader of the process's environment. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env;

/** The language of the terminal: used by command-line programs before anybody is known. */
export const terminalLanguage = (variables: Readonly<Record<string, string | undefined>>): Language =>
  languageOf(variables.LC_ALL || variables.LC_MESSAGES || variables.LANG, 'en');

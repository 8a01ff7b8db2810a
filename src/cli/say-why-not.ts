import { WrongConfiguration } from '../config/wrong-configuration.ts';
import type { Language } from '../domain/kernel/text.ts';
import { PortTaken } from '../web/port-taken.ts';
import { databaseAway, portTaken, wrongSecret } from '../wording/starting.ts';

/** The sentence for a start that was refused; undefined for what nobody foresaw. */
export const sayWhyNot = (error: unknown, port: number, language: Language): string | undefined => {
  if (error instanceof PortTaken) return portTaken(port)[language];
  if (!(error instanceof WrongConfiguration)) return undefined;
  return error.variable === 'ANSWER_SECRET' ? wrongSecret[language] : databaseAway(error.message)[language];
};

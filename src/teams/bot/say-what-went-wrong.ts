import { randomUUID } from 'node:crypto';
import { problemOf } from '../../domain/kernel/problem.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { refusalText } from '../../wording/refusal-words.ts';
import type { Desk } from './desk.ts';

/** The sentence for a refusal; anything else is logged once under an id and told as "try again soon". */
export const sayWhatWentWrong = (desk: Pick<Desk, 'log'>, error: unknown, language: Language): string => {
  if (error instanceof Refusal) return refusalText(error.code, error.details)[language];
  desk.log.error({ trouble: randomUUID(), problem: problemOf(error) }, 'something went wrong');
  return refusalText('try-again-soon')[language];
};

import type { VisitKind } from '../kernel/ids.ts';
import type { Questionnaire } from './questionnaire.ts';
import { t1 } from './t1.ts';
import { t2 } from './t2.ts';

/** Every version that was ever asked stays here: rounds and results keep pointing at it. */
export const questionnaires: readonly Questionnaire[] = [t1, t2];

const current: Partial<Record<VisitKind, Questionnaire>> = { T1: t1, T2: t2 };

/** `t1.1`: how a round remembers what it asked. */
export const questionnaireKey = (questionnaire: Questionnaire): string =>
  `${questionnaire.id}.${questionnaire.version}`;

/** What a visit of this kind asks today. Throws for a kind that nobody plans yet. */
export const questionnaireFor = (kind: VisitKind): Questionnaire => {
  const questionnaire = current[kind];
  if (questionnaire === undefined) throw new Error(`No questionnaire for ${kind}`);
  return questionnaire;
};

/** The questionnaire a round was opened with. Throws for a key nobody ever wrote. */
export const questionnaireOf = (key: string): Questionnaire => {
  const questionnaire = questionnaires.find((one) => questionnaireKey(one) === key);
  if (questionnaire === undefined) throw new Error(`No questionnaire ${key}`);
  return questionnaire;
};

import { loadQuestionnaires } from '../../src/documents/questionnaires/load-questionnaires.ts';

/** The questionnaires that come with the product, and its first versions by name. */
export const { questionnaires } = loadQuestionnaires();
export const t1 = questionnaires.of('t1.1');
export const t2 = questionnaires.of('t2.1');

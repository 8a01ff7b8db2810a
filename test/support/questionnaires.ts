import { loadQuestionnaires } from '../../src/documents/questionnaires/load-questionnaires.ts';

/** The questionnaires that come with the product: those that are asked, and the first versions, which stay as they were. */
export const { questionnaires } = loadQuestionnaires();
export const t1 = questionnaires.of('t1.2');
export const t2 = questionnaires.of('t2.2');
export const firstT1 = questionnaires.of('t1.1');
export const firstT2 = questionnaires.of('t2.1');

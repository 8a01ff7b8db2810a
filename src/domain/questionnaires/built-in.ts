import { createQuestionnaires } from './registry.ts';
import { t1 } from './t1.ts';
import { t2 } from './t2.ts';

/** The questionnaires that come with the product. */
export const builtIn = createQuestionnaires([t1, t2]);

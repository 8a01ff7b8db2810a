import { builtIn } from '../../src/domain/questionnaires/built-in.ts';

/** The questionnaires that come with the product, and its first versions by name. */
export const questionnaires = builtIn;
export const t1 = questionnaires.of('t1.1');
export const t2 = questionnaires.of('t2.1');

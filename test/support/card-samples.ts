import type { CardSample } from './card-sample.ts';
import { outcomeSamples } from './outcome-samples.ts';
import { questionnaireSamples } from './questionnaire-samples.ts';

/** Every card there is, in each of its moods; what people look at and what the tests check. */
export const cardSamples: readonly CardSample[] = [...questionnaireSamples, ...outcomeSamples];

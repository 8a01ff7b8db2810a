import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import { createSeal } from '../../src/domain/responses/seal.ts';
import { storeSettings } from './database.ts';
import { questionnaires } from './questionnaires.ts';

const { answerSecret, timeZone } = storeSettings;

/** What the product tells migrations besides the database. */
export const given = {
  seal: createSeal(answerSecret),
  digestOf: createResponseKeys(answerSecret).person,
  timeZone,
  questionnaires,
  settings,
};

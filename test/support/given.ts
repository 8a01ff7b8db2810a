import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { createSeal } from '../../src/domain/responses/seal.ts';
import { storeSettings } from './database.ts';
import { questionnaires } from './questionnaires.ts';

const { answerSecret, timeZone } = storeSettings;

/** What the product tells migrations besides the database. */
export const given = { seal: createSeal(answerSecret), timeZone, questionnaires, settings };

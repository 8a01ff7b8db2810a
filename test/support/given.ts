import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { questionnaires } from './questionnaires.ts';

/** What the product tells migrations besides the database. */
export const given = { questionnaires, settings };

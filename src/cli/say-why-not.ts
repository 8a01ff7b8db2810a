import { WrongConfiguration } from '../config/wrong-configuration.ts';
import { UnusableQuestionnaires } from '../documents/questionnaires/unusable-questionnaires.ts';
import type { Language } from '../domain/kernel/text.ts';
import { DamagedDatabase } from '../store/migrations/damaged-database.ts';
import { LaterDatabase } from '../store/migrations/later-database.ts';
import { PortTaken } from '../web/port-taken.ts';
import { questionnairesUnusable } from '../wording/questionnaire-file-words.ts';
import {
  damagedDatabase,
  databaseAway,
  databaseGone,
  laterDatabase,
  portTaken,
  wrongSecret,
} from '../wording/starting-words.ts';
import { questionnaireProblemTable } from './questionnaires/questionnaire-problem-table.ts';

/** The driver's names for a server that cannot be reached any more. */
const connectionLost = /^Mongo(ose)?(ServerSelection|Network|NotConnected|PoolCleared|TopologyClosed)/;

/** The sentence for a start that was refused; undefined for what nobody foresaw. */
export const sayWhyNot = (error: unknown, language: Language): string | undefined => {
  if (error instanceof PortTaken) return portTaken(error.port)[language];
  if (error instanceof LaterDatabase) return laterDatabase(error.database, error.program)[language];
  if (error instanceof DamagedDatabase) return damagedDatabase[language];
  if (error instanceof Error && connectionLost.test(error.name)) return databaseGone[language];
  if (error instanceof UnusableQuestionnaires) {
    const table = questionnaireProblemTable(error.problems, language);
    return [questionnairesUnusable[language], ...table].join('\n');
  }
  if (!(error instanceof WrongConfiguration)) return undefined;
  return error.variable === 'ANSWER_SECRET' ? wrongSecret[language] : databaseAway(error.message)[language];
};

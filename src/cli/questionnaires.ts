import { environment, terminalLanguage } from '../config/environment.ts';
import { runQuestionnaires } from './questionnaires/run-questionnaires.ts';

const variables = environment();
const language = terminalLanguage(variables);
process.exitCode = runQuestionnaires(process.argv.slice(2), {
  ownFolder: variables.QUESTIONNAIRES_FOLDER?.trim() || undefined,
  proofs: 'out',
  language,
  print: (line) => console.log(line),
  say: (text) => console.log(text[language]),
});

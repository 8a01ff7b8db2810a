import { environment, terminalLanguage } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import { cannotStart, localMode, ready } from '../wording/starting-words.ts';
import { atTheKeyboard } from './demo/demo-people.ts';
import { explainVariables } from './explain-variables.ts';
import { localSecret } from './local-secret.ts';
import { run } from './run.ts';

const folder = 'data/dev';
const variables = environment();
const language = terminalLanguage(variables);
const read = readConfig(
  { DATA_FOLDER: folder, ANSWER_SECRET: localSecret(folder), FIRST_STAFF_ID: atTheKeyboard.id, ...variables },
  'local',
);
if (read.ok) {
  const running = await run(read.config, {}, language);
  console.log(`${localMode[language]}\n${ready(running.url)[language]}`);
} else {
  console.error([cannotStart[language], ...explainVariables(read.variables, language)].join('\n'));
  process.exitCode = 1;
}

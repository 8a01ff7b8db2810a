import { environment, terminalLanguage } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import { cannotStart, ready } from '../wording/starting-words.ts';
import { explainVariables } from './explain-variables.ts';
import { run } from './run.ts';

const variables = environment();
const language = terminalLanguage(variables);
const read = readConfig(variables, 'real');
if (read.ok) {
  const running = await run(read.config, {}, language);
  console.log(ready(running.url)[language]);
} else {
  console.error([cannotStart[language], ...explainVariables(read.variables, language)].join('\n'));
  process.exitCode = 1;
}

import { environment, terminalLanguage } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import { openOffice } from '../office.ts';
import { cannotStart } from '../wording/starting-words.ts';
import { explainVariables } from './explain-variables.ts';
import { runImport } from './run-import.ts';
import { sayWhyNot } from './say-why-not.ts';

const variables = environment();
const language = terminalLanguage(variables);
const read = readConfig(variables, 'real');
if (read.ok) {
  try {
    process.exitCode = await runImport(process.argv.slice(2), {
      openOffice: () => openOffice(read.config),
      print: (line) => console.log(line),
      language,
      timeZone: read.config.settings.organisation.timeZone,
    });
  } catch (error) {
    const sentence = sayWhyNot(error, read.config.port, language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 1;
  }
} else {
  console.error([cannotStart[language], ...explainVariables(read.variables, language)].join('\n'));
  process.exitCode = 1;
}

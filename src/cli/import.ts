import { environment, terminalLanguage } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import { openOffice } from '../office.ts';
import { becameTooOld, cannotStart } from '../wording/starting-words.ts';
import { explainVariables } from './explain-variables.ts';
import { runImport } from './run-import.ts';
import { sayWhyNot } from './say-why-not.ts';

const variables = environment();
const language = terminalLanguage(variables);
const read = readConfig(variables, 'real');
if (read.ok) {
  try {
    process.exitCode = await runImport(process.argv.slice(2), {
      openOffice: async () => {
        const office = await openOffice(read.config);
        // Whatever it is doing: an import goes on where it was broken off, in the newer program.
        void office.tooOld.then(({ database, program }) => {
          console.error(becameTooOld(database, program)[language]);
          process.exit(1);
        });
        return office;
      },
      print: (line) => console.log(line),
      language,
      timeZone: read.config.settings.organisation.timeZone,
    });
  } catch (error) {
    const sentence = sayWhyNot(error, language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 1;
  }
} else {
  console.error([cannotStart[language], ...explainVariables(read.variables, language)].join('\n'));
  process.exitCode = 1;
}

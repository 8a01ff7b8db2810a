import { environment, terminalLanguage } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import { openOffice } from '../office.ts';
import { notUnderstoodHere } from '../wording/import-outlook-words.ts';
import { becameTooOld, cannotStart } from '../wording/starting-words.ts';
import { checkConfig } from './check-config.ts';
import { explainVariables } from './explain-variables.ts';
import { openLook, recallHeadings } from './look.ts';
import { progressBar } from './progress-bar.ts';
import { NotConfigured, runImport } from './run-import.ts';
import { sayWhyNot } from './say-why-not.ts';

const variables = environment();
const language = terminalLanguage(variables);
const { config: checking, notUnderstood } = checkConfig(variables);

try {
  process.exitCode = await runImport(process.argv.slice(2), {
    openOffice: async () => {
      const read = readConfig(variables, 'real');
      if (!read.ok)
        throw new NotConfigured(
          [cannotStart[language], ...explainVariables(read.variables, language)].join('\n'),
        );
      const office = await openOffice(read.config);
      // Whatever it is doing: an import goes on where it was broken off, in the newer program.
      void office.tooOld.then(({ database, program }) => {
        console.error(becameTooOld(database, program)[language]);
        process.exit(1);
      });
      return office;
    },
    openLook: () => {
      if (notUnderstood.length > 0) console.log(notUnderstoodHere(notUnderstood)[language]);
      return openLook(checking);
    },
    recall: (shapes) => recallHeadings(checking, shapes),
    progress: progressBar(process.stdout),
    print: (line) => console.log(line),
    language,
    timeZone: checking.settings.organisation.timeZone,
  });
} catch (error) {
  const sentence = error instanceof NotConfigured ? error.message : sayWhyNot(error, language);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { environment, terminalLanguage } from '../config/environment.ts';
import { demoReady, starting, thingsToTry } from '../wording/demo-words.ts';
import { runDemo } from './demo/run-demo.ts';
import { sayWhyNot } from './say-why-not.ts';

const { values } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    folder: { type: 'string', default: 'data/demo' },
    port: { type: 'string', default: '3978' },
    'playground-port': { type: 'string', default: '56150' },
    verbose: { type: 'boolean', default: false },
  },
});
const language = terminalLanguage(environment());
console.log(starting[language]);
try {
  const demo = await runDemo({
    language,
    folder: values.folder,
    botPort: Number(values.port),
    playgroundPort: Number(values['playground-port']),
    keep: values.keep,
    logLevel: values.verbose ? 'info' : 'warn',
  });
  console.log(`\n${demoReady(demo.playground.url)[language]}\n\n${thingsToTry[language]}`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await demo.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  const sentence = sayWhyNot(error, language);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exit(1);
}

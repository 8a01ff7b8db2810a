import { parseArgs } from 'node:util';
import { environment, terminalLanguage } from '../config/environment.ts';
import { PortTaken } from '../web/port-taken.ts';
import { demoReady, starting, thingsToTry } from '../wording/demo-words.ts';
import { portTaken } from '../wording/starting-words.ts';
import { runDemo } from './demo/run-demo.ts';

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
  if (!(error instanceof PortTaken)) throw error;
  console.error(portTaken(error.port)[language]);
  process.exit(1);
}

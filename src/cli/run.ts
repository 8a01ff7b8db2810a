import type { Config } from '../config/config.ts';
import type { Language } from '../domain/kernel/text.ts';
import { type Parts, type Running, start } from '../main.ts';
import { becameTooOld } from '../wording/starting-words.ts';
import { sayWhyNot } from './say-why-not.ts';

/**
 * Starts the product, or says in a sentence why not and leaves with 1. Stops in good order when told to and, saying so and
 * with 1, when a later version has left this one behind.
 */
export const run = async (config: Config, parts: Parts, language: Language): Promise<Running> => {
  const running = await start(config, parts).catch((error: unknown): never => {
    const sentence = sayWhyNot(error, language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exit(1);
  });
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(code);
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  void running.office.tooOld.then(({ database, program }) => {
    console.error(becameTooOld(database, program)[language]);
    return stop(1);
  });
  return running;
};

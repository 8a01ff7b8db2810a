import type { Config } from '../config/config.ts';
import type { Language } from '../domain/kernel/text.ts';
import { type Parts, type Running, start } from '../main.ts';
import { sayWhyNot } from './say-why-not.ts';

/** Starts the product, or says in a sentence why not and leaves with 1. Stops in good order when told to. */
export const run = async (config: Config, parts: Parts, language: Language): Promise<Running> => {
  const running = await start(config, parts).catch((error: unknown): never => {
    const sentence = sayWhyNot(error, config.port, language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exit(1);
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return running;
};

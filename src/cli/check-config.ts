import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';

/** Stands for what a check does not need: who somebody is, and what answers are sealed with. */
const notNeeded = { FIRST_STAFF_ID: 'nobody', ANSWER_SECRET: 'x'.repeat(32) };

export interface CheckConfig {
  readonly config: Config;
  /** Variables that are there and cannot be understood: the usual value stands instead. */
  readonly notUnderstood: readonly string[];
}

/** The settings as far as they are given: checking a file needs none. */
export const checkConfig = (environment: Readonly<Record<string, string | undefined>>): CheckConfig => {
  const notUnderstood: string[] = [];
  for (let left = { ...environment, ...notNeeded }; ; ) {
    const read = readConfig(left, 'local');
    if (read.ok) return { config: read.config, notUnderstood };
    const wrong = read.variables.map(({ name }) => name);
    // Each time something is taken out that was given: it comes to an end.
    if (!wrong.some((name) => name in left)) throw new Error(`A check needs ${wrong.join(', ')}`);
    notUnderstood.push(...wrong);
    left = Object.fromEntries(Object.entries(left).filter(([name]) => !wrong.includes(name))) as typeof left;
  }
};

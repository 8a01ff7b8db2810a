import packageJson from '../../package.json' with { type: 'json' };
import type { Bot, BotArgument } from './bot.ts';
import { type Child, startChild } from './child.ts';

/** The limits to its memory `npm start` gives the product. */
const memoryFlags = packageJson.scripts.start.split(' ').filter((part) => /^--(max|initial|v8)-/.test(part));

/** Starts the product as a process of its own, with the limits it has in real use. */
export const startBot = (argument: BotArgument): Promise<Child<Bot>> =>
  startChild<Bot>(new URL('./bot.ts', import.meta.url), argument, memoryFlags);

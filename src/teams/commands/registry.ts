import type { Command } from '../command.ts';
import { createHelp } from './help.ts';
import { here } from './here.ts';
import { role } from './role.ts';

/** Everything a person can type, in the order help shows it. */
export const commands: readonly Command[] = [createHelp(() => commands), here, role];

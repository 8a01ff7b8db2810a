import type { Command } from '../command.ts';
import { help } from './help.ts';
import { here } from './here.ts';
import { pending } from './pending.ts';
import { report } from './report.ts';
import { role } from './role.ts';
import { status } from './status.ts';

/** Everything a person can type, in the order help shows it. */
export const commands: readonly Command[] = [pending, report, status, here, role, help];

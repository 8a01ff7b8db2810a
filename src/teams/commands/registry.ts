import type { Command } from '../command.ts';
import { help } from './help.ts';
import { here } from './here.ts';
import { pending } from './pending.ts';
import { report } from './report.ts';
import { role } from './role.ts';
import { status } from './status.ts';
import { unreachable } from './unreachable.ts';

/** Everything a person can type, in the order help shows it. */
export const commands: readonly Command[] = [pending, report, status, unreachable, here, role, help];

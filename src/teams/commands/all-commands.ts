import { accounts } from './accounts-command.ts';
import type { Command } from './command.ts';
import { deputy } from './deputy-command.ts';
import { help } from './help-command.ts';
import { here } from './here-command.ts';
import { left } from './left-command.ts';
import { pending } from './pending-command.ts';
import { privacy } from './privacy-command.ts';
import { report } from './report-command.ts';
import { role } from './role-command.ts';
import { same } from './same-command.ts';
import { status } from './status-command.ts';
import { stop } from './stop-command.ts';
import { thanks } from './thanks-command.ts';
import { unreachable } from './unreachable-command.ts';

/** Everything a person can type, in the order help shows it. */
export const commands: readonly Command[] = [
  pending,
  report,
  status,
  unreachable,
  here,
  role,
  deputy,
  left,
  same,
  accounts,
  help,
  thanks,
  stop,
  privacy,
];

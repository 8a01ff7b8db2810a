import { moveEntries } from '../domain/audit/move-entries.ts';
import { deliverDue } from '../domain/deliveries/deliver-due.ts';
import { tellOfLostChannel } from '../domain/deliveries/lost-channel.ts';
import { resolveUnknown } from '../domain/deliveries/resolve-unknown.ts';
import { showProgress } from '../domain/deliveries/show-progress.ts';
import { tellOfUnreachable } from '../domain/deliveries/tell-of-unreachable.ts';
import { tryAgain } from '../domain/deliveries/try-again.ts';
import { updateShown } from '../domain/deliveries/update-shown.ts';
import { openRounds } from '../domain/followups/open-rounds.ts';
import { visitMovedOn } from '../domain/followups/visit-moved-on.ts';
import { remindOwners } from '../domain/improvements/remind-owners.ts';
import type { Means } from '../domain/means.ts';
import { remindUnanswered } from '../domain/responses/remind-unanswered.ts';
import { announceResults } from '../domain/sequels/announce-results.ts';
import { askWhoseAccounts } from '../domain/sequels/ask-whose-accounts.ts';
import { closeRounds } from '../domain/sequels/close-rounds.ts';
import { learnAddressesAgain } from '../domain/sequels/learn-addresses-again.ts';
import { poolSmallRounds } from '../domain/sequels/pool-small-rounds.ts';
import { tellOfCalendar } from '../domain/sequels/tell-of-calendar.ts';
import type { Stores } from '../domain/stores.ts';
import type { Tick } from './tick.ts';

/** Everything that happens by itself, in the order in which one thing leads to the next. */
export const ticks: readonly Tick[] = [
  { name: 'open', everyMs: 15_000, run: openRounds },
  { name: 'remind', everyMs: 15_000, run: remindUnanswered },
  { name: 'close', everyMs: 15_000, run: closeRounds },
  { name: 'announce', everyMs: 15_000, run: announceResults },
  { name: 'pool', everyMs: 60_000, run: poolSmallRounds },
  { name: 'nudge', everyMs: 60_000, run: remindOwners },
  { name: 'ask-whose-accounts', everyMs: 10_000, run: askWhoseAccounts },
  { name: 'learn-addresses', everyMs: 10_000, run: learnAddressesAgain },
  { name: 'tell-of-lost-channel', everyMs: 60_000, run: tellOfLostChannel },
  { name: 'tell-of-calendar', everyMs: 3_600_000, run: tellOfCalendar },
  { name: 'try-again', everyMs: 600_000, run: tryAgain },
  { name: 'tell-of-unreachable', everyMs: 60_000, run: tellOfUnreachable },
  {
    name: 'settle',
    everyMs: 10_000,
    run: (deps) => resolveUnknown(deps, (delivery) => visitMovedOn(deps, delivery)),
  },
  { name: 'deliver', everyMs: 500, everywhere: true, run: deliverDue },
  { name: 'show-progress', everyMs: 10_000, run: showProgress },
  { name: 'update', everyMs: 1_000, everywhere: true, run: updateShown },
  { name: 'keep-trail', everyMs: 10_000, run: moveEntries },
];

/** Runs every tick once, in order: what a moved clock asks for. Nothing is put off: shown cards are up to date after it. */
export const runTicks = async (deps: Stores & Means): Promise<void> => {
  for (const tick of ticks) await tick.run({ ...deps, updateEveryMs: 0 });
};

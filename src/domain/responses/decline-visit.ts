import type { PersonId, VisitId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { type AfterPress, showPage } from './answer-page.ts';
import { byThem } from './put-off-visit.ts';
import { recoverRound } from './recover-visits.ts';
import {
  type OpenVisit,
  refuseUnlessOpen,
  refuseUnlessRoundOpen,
  type VisitDeps,
  visitOf,
} from './visit-page.ts';

type Deps = VisitDeps & Pick<Stores, 'deliveries'> & Pick<Means, 'settings'>;

/**
 * "I'd rather not answer": nobody asks or reminds again, and pages that were filled in count nowhere (`contribution.ts`). Of
 * what is handed in already there is nothing to decline.
 */
export const declineVisit = async (
  deps: Deps,
  person: PersonId,
  id: VisitId,
): Promise<{ readonly kind: 'declined' | 'done'; readonly open: OpenVisit }> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  if (open.response?.complete === true) return { kind: 'done', open };
  await deps.visits.markDeclined(open.visit.id, byThem(deps, person));
  return { kind: 'declined', open: { ...open, visit: { ...open.visit, state: 'declined' } } };
};

/** On second thoughts, while the round is open: what was filled in stands again, and is gone on with. */
export const answerAfterAll = async (deps: Deps, person: PersonId, id: VisitId): Promise<AfterPress> => {
  const declined = await visitOf(deps, person, id);
  refuseUnlessRoundOpen(declined, deps.clock);
  await deps.visits.takeBackDeclined(declined.visit.id, byThem(deps, person));
  await recoverRound(deps, declined.round);
  const open = await visitOf(deps, person, id);
  if (open.response?.complete === true) return { kind: 'done', open };
  refuseUnlessOpen(open, deps.clock);
  return showPage(open, open.visit.page);
};

import type { PersonId, VisitId } from '../kernel/ids.ts';
import { type AfterPress, showPage } from './answer-page.ts';
import { refuseUnlessOpen, type VisitDeps, visitOf } from './visit-page.ts';

/** Opens a waiting questionnaire where the person left it; one that is handed in shows its closing page. */
export const resumeVisit = async (deps: VisitDeps, person: PersonId, id: VisitId): Promise<AfterPress> => {
  const open = await visitOf(deps, person, id);
  const counts = open.visit.excuse !== 'withdrawn' && open.round.state !== 'planned';
  if (counts && open.response?.complete === true) return { kind: 'done', open };
  refuseUnlessOpen(open, deps.clock);
  return showPage(open, open.visit.page);
};

/** Back to the first page to change answers, until the round closes. */
export const changeAnswers = async (deps: VisitDeps, person: PersonId, id: VisitId): Promise<AfterPress> => {
  const open = await visitOf(deps, person, id);
  refuseUnlessOpen(open, deps.clock);
  return showPage(open, 0);
};

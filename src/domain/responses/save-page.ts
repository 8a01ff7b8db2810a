import type { AskedPage } from '../questionnaires/asked-page.ts';
import { roomForAnswers } from '../questionnaires/room-for-answers.ts';
import type { PageToSave } from './add-pages.ts';
import type { PageRevision, Response } from './response.ts';
import { lastRevision, sameAnswers } from './standing-answers.ts';
import type { OpenVisit, VisitDeps } from './visit-page.ts';

export interface PageLeft {
  readonly revision: PageRevision;
  readonly source: Response['source'];
  readonly complete: boolean;
  /** Pages on the way to the next one that ask nothing of this person. */
  readonly passed: readonly AskedPage[];
}

/** (A) of the order of writes (DESIGN §3.7). What would change nothing is not stored. */
export const savePage = async (
  deps: VisitDeps,
  open: OpenVisit,
  { revision, source, complete, passed }: PageLeft,
): Promise<Response | 'saved-elsewhere'> => {
  const { round, visit, response: known } = open;
  const unseen = passed.filter(({ id }) => lastRevision(known, id) === undefined).map(leftEmpty);
  const isKept = known !== undefined && unchanged(known, revision) && (known.complete || !complete);
  const [page, ...passedBy] = isKept ? unseen : [withRoom(open, revision), ...unseen];
  if (page === undefined) return known as Response;
  const id = deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence);
  const outcome = await deps.responses.append(
    { id, round: round.id, source, page, passedBy, complete },
    known,
  );
  if (outcome.kind === 'appended') return outcome.response;
  const repeated = unchanged(outcome.response, revision) && (outcome.response.complete || !complete);
  return repeated ? outcome.response : 'saved-elsewhere';
};

/** Whether these answers would change nothing: coming back to a page and leaving it untouched, or the same press again. */
const unchanged = (known: Response, revision: PageRevision): boolean => {
  const last = lastRevision(known, revision.page);
  return last !== undefined && sameAnswers(last.answers, revision.answers);
};

const leftEmpty = (page: AskedPage): PageToSave => ({
  page: page.id,
  revision: 1,
  answers: {},
  room: roomForAnswers(page),
});

/** As much room as everybody's answers to this page get, whatever of it was asked of whom. */
const withRoom = (open: OpenVisit, revision: PageRevision): PageToSave => {
  const page = open.pages.find(({ id }) => id === revision.page);
  return { ...revision, room: page === undefined ? 0 : roomForAnswers(page) };
};

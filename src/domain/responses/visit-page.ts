import { instructorsOf } from '../followups/open-rounds.ts';
import type { Round } from '../followups/round.ts';
import { type Visit, whose } from '../followups/visit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Means } from '../means.ts';
import { askedPages } from '../questionnaires/ask-pages.ts';
import type { AskedPage } from '../questionnaires/asked-page.ts';
import type { Questionnaire } from '../questionnaires/questionnaire.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';
import { type Recalled, recallAnswers } from './recall-answers.ts';
import type { Response } from './response.ts';

export type VisitDeps = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'responses'> &
  Pick<Means, 'questionnaires' | 'responseKeys' | 'clock'>;

/** A visit with everything that is needed to put its questions: for the person it belongs to, and nobody else. */
export interface OpenVisit {
  readonly visit: Visit;
  readonly round: Round;
  readonly training: Training;
  readonly questionnaire: Questionnaire;
  readonly pages: readonly AskedPage[];
  readonly response: Response | undefined;
  /** What its questions show again of an earlier visit, to this person alone. */
  readonly recalled: Recalled;
}

/** Looks a visit up for the person who pressed; somebody else's visit is refused whatever was pressed (P3). */
export const visitOf = async (deps: VisitDeps, person: PersonId, id: VisitId): Promise<OpenVisit> => {
  const visit = await countingVisit(deps, id);
  if (visit === undefined) throw new Refusal('unknown-visit');
  if (whose(visit) !== person) throw new Refusal('not-yours');
  return openVisit(deps, visit);
};

/** The visit, or the one that counts instead: an old card of either shows how it stands with that one. */
const countingVisit = async ({ visits }: Pick<Stores, 'visits'>, id: VisitId): Promise<Visit | undefined> => {
  const seen = new Set<VisitId>();
  let visit = await visits.byId(id);
  for (; visit?.countedAs !== undefined && !seen.has(visit.id); visit = await visits.byId(visit.countedAs))
    seen.add(visit.id);
  return visit;
};

/** Puts a visit together with its questions and with what was said so far. */
export const openVisit = async (deps: VisitDeps, visit: Visit): Promise<OpenVisit> => {
  const [round, training] = await Promise.all([
    deps.rounds.byId(visit.round),
    deps.trainings.byCode(visit.training),
  ]);
  if (round === undefined || training === undefined) throw new Refusal('unknown-visit');
  const questionnaire = deps.questionnaires.ofRound(round, training);
  const instructors =
    round.questionnaire === undefined ? await instructorsOf(deps.people, training) : round.instructors;
  const id = deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence);
  return {
    visit,
    round,
    training,
    questionnaire,
    pages: askedPages(questionnaire, training.mode, instructors),
    response: await deps.responses.byId(id),
    recalled: await recallAnswers(deps, visit, training, questionnaire),
  };
};

/** By the product's clock: before the end of the due day. */
export const refuseUnlessRoundOpen = ({ round }: OpenVisit, clock: Clock): void => {
  if (round.state === 'planned') throw new Refusal('round-not-open');
  if (round.state !== 'open' || clock.now() >= round.dueAt) throw new Refusal('round-closed');
};

/** Answers are taken while the round is open by the product's clock, and from nobody who was excused. */
export const refuseUnlessOpen = (open: OpenVisit, clock: Clock): void => {
  refuseUnlessRoundOpen(open, clock);
  const { visit, response } = open;
  const ended = visit.state === 'excused' || visit.state === 'declined' || response?.withdrawn === true;
  if (ended) throw new Refusal('visit-ended');
};

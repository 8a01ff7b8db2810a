import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { AskedPage } from '../questionnaires/asked-page.ts';
import { askedNow, countedAnswers } from '../questionnaires/counted-answers.ts';
import { isPrivate, itemsById, type Questionnaire } from '../questionnaires/questionnaire.ts';
import type { Response } from '../responses/response.ts';
import { standingAnswers } from '../responses/standing-answers.ts';
import { instructorOf, itemIdOf } from './answer-key.ts';
import type { Comment, Completion } from './result.ts';
import { type Tally, tallyAnswer } from './tally.ts';

/** What one person adds to the figures of a round, while a result is made; it is kept nowhere. */
export interface Contribution {
  readonly visit: Visit;
  readonly completion: Completion;
  /** Left a page at least, whatever they said on it. */
  readonly tookPart: boolean;
  /** By answer key. */
  readonly items: ReadonlyMap<string, Tally>;
  readonly comments: readonly Comment[];
  /** The questions for comments this person came to and went past, with a word or without. */
  readonly reached: ReadonlySet<string>;
}

export interface Answered {
  readonly visit: Visit;
  readonly response: Response | undefined;
}

/**
 * What each of a round's people adds (A2). Whoever withdrew from the training, declined or took their answers back adds nothing; a
 * partly answered response counts in its items, not in completion. Private answers, and those to a question that is asked
 * no longer, stay out.
 */
export const contributionsOf = (
  round: Pick<Round, 'instructors'>,
  questionnaire: Questionnaire,
  people: readonly Answered[],
): Contribution[] => {
  const of = contributes(round, questionnaire);
  return people.filter(({ visit }) => visit.excuse !== 'withdrawn').map(of);
};

const contributes = (round: Pick<Round, 'instructors'>, questionnaire: Questionnaire) => {
  const items = itemsById(questionnaire);
  const instructors = new Set(round.instructors.map(({ person }) => person));
  const pageOf = new Map(questionnaire.pages.map((page) => [page.id, page]));

  /** A page that was left, with its questions for comments. */
  const leftPage = (id: string): AskedPage[] => {
    const at = id.indexOf('@');
    const [own, about] = at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at)];
    const page = pageOf.get(own);
    const asked = (page?.items ?? []).filter(
      (item) => item.type === 'text' && !isPrivate(item) && (item.perInstructor === true) === (about !== ''),
    );
    return page === undefined
      ? []
      : [{ id, title: page.title, items: asked.map((item) => ({ key: item.id + about, item })) }];
  };

  return ({ visit, response }: Answered): Contribution => {
    const standing =
      response === undefined || response.withdrawn || isDeclined(visit, response) ? undefined : response;
    const said = standingAnswers(standing);
    const tallies = new Map<string, Tally>();
    const comments: Comment[] = [];
    for (const [key, answer] of Object.entries(countedAnswers(items, said))) {
      const item = items.get(itemIdOf(key));
      const about = instructorOf(key);
      if (item === undefined || isPrivate(item)) continue;
      if (about !== undefined && !instructors.has(about)) continue;
      const tally = tallyAnswer(item, answer);
      if (tally !== undefined) tallies.set(key, tally);
      const text = item.type === 'text' && typeof answer === 'string' ? answer.trim() : '';
      if (text !== '') comments.push({ key, text });
    }
    const left = [...new Set(standing?.revisions.map(({ page }) => page))].flatMap(leftPage);
    const reached = askedNow(items, left, said).flatMap((page) => page.items.map(({ key }) => key));
    return {
      visit,
      completion: completionOf(visit, response),
      tookPart: standing !== undefined && standing.revisions.length > 0,
      items: tallies,
      comments,
      reached: new Set(reached),
    };
  };
};

/** Whoever would rather not answer has not answered in part either; what was handed in meanwhile is answered. */
const isDeclined = (visit: Visit, response: Response): boolean =>
  visit.state === 'declined' && !response.complete;

/** The response is the truth; the ledger may not have heard of its last page yet. */
const completionOf = (visit: Visit, response: Response | undefined): Completion => {
  const excused = visit.state === 'excused';
  const handedIn = response?.complete === true && !response.withdrawn;
  const answered = !excused && (visit.state === 'answered' || handedIn);
  const declined = !answered && visit.state === 'declined';
  const started = !answered && !excused && !declined && visit.startedOn !== undefined;
  return {
    due: 1,
    answered: Number(answered),
    started: Number(started),
    declined: Number(declined),
    excused: Number(excused),
  };
};

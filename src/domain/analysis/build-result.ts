import type { Round } from '../followups/round.ts';
import type { Visit } from '../followups/visit.ts';
import type { PersonId } from '../kernel/ids.ts';
import { countedAnswers } from '../questionnaires/counted-answers.ts';
import {
  type Item,
  isPrivate,
  itemsById,
  type Questionnaire,
  questionnaireKey,
} from '../questionnaires/questionnaire.ts';
import type { Response } from '../responses/response.ts';
import { standingAnswers } from '../responses/standing-answers.ts';
import { instructorOf, itemIdOf } from './answer-key.ts';
import type { Comment, Completion, Result, ResultCell, ResultGroup, Tally } from './result.ts';
import { addTallies, tallyAnswer } from './tally.ts';

/** What one person adds to every cell they count in. */
interface Contribution {
  readonly visit: Visit;
  readonly completion: Completion;
  readonly answered: boolean;
  readonly items: ReadonlyMap<string, Tally>;
  readonly comments: readonly Comment[];
}

export interface FreezeInput {
  readonly round: Round;
  /** The one the round was opened with. */
  readonly questionnaire: Questionnaire;
  readonly answered: readonly { readonly visit: Visit; readonly response: Response | undefined }[];
  readonly frozenAt: Date;
  readonly revision: number;
}

/**
 * The result of a closed round (A2), by cells. Whoever withdrew from the training or took their answers
 * back counts nowhere in them; a partly answered response counts in its items, not in completion. Private
 * answers, and those to a question that is asked no longer, stay out. The order of visits and responses
 * changes nothing.
 */
export const buildResult = ({ round, questionnaire, answered, frozenAt, revision }: FreezeInput): Result => {
  const items = itemsById(questionnaire);
  const instructors = new Set(round.instructors.map((instructor) => instructor.person));
  const people = answered
    .filter(({ visit }) => visit.excuse !== 'withdrawn')
    .map(({ visit, response }) => contribution(visit, response, items, instructors));
  const managed = people.filter((one) => one.visit.manager !== undefined);
  return {
    round: round.id,
    training: round.training,
    kind: round.kind,
    questionnaire: questionnaireKey(questionnaire),
    dueDate: round.dueDate,
    revision,
    frozenAt,
    whole: cellOf(people),
    departments: cellsBy(people, (one) => one.visit.department),
    managers: cellsBy(managed, (one) => one.visit.manager ?? ''),
    groups: sorted(Map.groupBy(people, groupKey)).map(([, members]) => groupOf(members)),
    comments: people.flatMap((one) => one.comments).sort(byKeyThenText),
  };
};

const contribution = (
  visit: Visit,
  response: Response | undefined,
  items: ReadonlyMap<string, Item>,
  instructors: ReadonlySet<PersonId>,
): Contribution => {
  const tallies = new Map<string, Tally>();
  const comments: Comment[] = [];
  const standing = response === undefined || response.withdrawn ? {} : standingAnswers(response);
  for (const [key, answer] of Object.entries(countedAnswers(items, standing))) {
    const item = items.get(itemIdOf(key));
    const about = instructorOf(key);
    if (item === undefined || isPrivate(item)) continue;
    if (about !== undefined && !instructors.has(about)) continue;
    const tally = tallyAnswer(item, answer);
    if (tally !== undefined) tallies.set(key, tally);
    const text = item.type === 'text' && typeof answer === 'string' ? answer.trim() : '';
    if (text !== '') comments.push({ key, text });
  }
  return {
    visit,
    completion: completionOf(visit, response),
    answered: tallies.size + comments.length > 0,
    items: tallies,
    comments,
  };
};

/** The response is the truth; the ledger may not have heard of its last page yet. */
const completionOf = (visit: Visit, response: Response | undefined): Completion => {
  const excused = visit.state === 'excused';
  const handedIn = response?.complete === true && !response.withdrawn;
  const answered = !excused && (visit.state === 'answered' || handedIn);
  const declined = !answered && visit.state === 'declined';
  const started = !answered && !excused && !declined && visit.startedAt !== undefined;
  return {
    due: 1,
    answered: Number(answered),
    started: Number(started),
    declined: Number(declined),
    excused: Number(excused),
  };
};

const cellOf = (people: readonly Contribution[]): ResultCell => {
  const tallies = Map.groupBy(
    people.flatMap((one) => [...one.items]),
    ([key]) => key,
  );
  const count = (figure: keyof Completion): number =>
    people.reduce((sum, one) => sum + one.completion[figure], 0);
  return {
    completion: {
      due: count('due'),
      answered: count('answered'),
      started: count('started'),
      declined: count('declined'),
      excused: count('excused'),
    },
    respondents: people.filter((one) => one.answered).length,
    items: Object.fromEntries(
      sorted(tallies).map(([key, entries]) => [key, addTallies(...entries.map(([, tally]) => tally))]),
    ),
  };
};

const cellsBy = (
  people: readonly Contribution[],
  cell: (one: Contribution) => string,
): Record<string, ResultCell> =>
  Object.fromEntries(sorted(Map.groupBy(people, cell)).map(([name, members]) => [name, cellOf(members)]));

const groupKey = ({ visit }: Contribution): string => JSON.stringify([visit.department, visit.manager]);

const groupOf = (people: readonly Contribution[]): ResultGroup => {
  const { items } = cellOf(people);
  const [first] = people;
  return {
    department: first?.visit.department ?? '',
    ...(first?.visit.manager === undefined ? {} : { manager: first.visit.manager }),
    due: people.length,
    answers: Object.fromEntries(Object.entries(items).map(([key, tally]) => [key, tally.n])),
  };
};

// Alphabetical: the order of arrival would tell who answered first.
const byKeyThenText = (one: Comment, other: Comment): number =>
  compare(one.key, other.key) || compare(one.text, other.text);

const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([one], [other]) => compare(one, other));

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

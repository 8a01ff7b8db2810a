import { contributionsOf } from '../../src/domain/analysis/contribution.ts';
import { addCompletions, type Counted, counting } from '../../src/domain/analysis/count-answers.ts';
import { disclose } from '../../src/domain/analysis/disclosure.ts';
import type { Completion, FrozenResult } from '../../src/domain/analysis/result.ts';
import { sumUp } from '../../src/domain/analysis/sums.ts';
import { takingRolls } from '../../src/domain/analysis/take-rolls.ts';
import { addTallies, type Tally } from '../../src/domain/analysis/tally.ts';
import type { Round } from '../../src/domain/followups/round.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import {
  type PersonId,
  type ResponseId,
  roundId,
  type TrainingCode,
  type VisitKind,
  visitId,
} from '../../src/domain/kernel/ids.ts';
import { defaultSettings, type Settings } from '../../src/domain/kernel/settings.ts';
import type { Answers } from '../../src/domain/questionnaires/answers.ts';
import type { Questionnaire } from '../../src/domain/questionnaires/questionnaire.ts';
import type { PageRevision, Response } from '../../src/domain/responses/response.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import { own } from './own-questionnaires.ts';
import { questionnaires } from './questionnaires.ts';

/** One trainee of a built round: the cells they count in, what they said, what became of their visit. */
export interface Trainee {
  readonly person?: string;
  readonly department?: string;
  readonly manager?: string;
  readonly answers?: Answers;
  readonly response?: Partial<Response>;
  readonly visit?: Partial<Visit>;
}

export const frozenAt = new Date('2026-07-25T00:01:00+08:00');

export const buildRound = (changes: Partial<Round> & { code?: string } = {}): Round => {
  const { code = 'SAFE-1', ...round } = changes;
  const training = code as TrainingCode;
  const kind: VisitKind = round.kind ?? 'T1';
  return {
    id: roundId(training, kind, 1),
    training,
    kind,
    occurrence: 1,
    opensAt: new Date('2026-07-13T09:00:00+08:00'),
    dueAt: endOf(round.dueDate ?? '2026-07-24'),
    dueDate: '2026-07-24',
    remindAt: [],
    remindersDone: 0,
    state: 'closed',
    questionnaire: `${kind.toLowerCase()}.1`,
    instructors: [],
    announced: (round.state ?? 'closed') === 'closed',
    ...round,
  };
};

/** Of a day in Shanghai. */
export const endOf = (date: string): Date =>
  new Date(new Date(`${date}T00:00:00+08:00`).getTime() + 24 * 60 * 60 * 1000);

/** A trainee with answers has handed them in; one without is due, unless `visit` says otherwise. */
export const buildVisit = (round: Round, trainee: Trainee, index: number): Visit => {
  const person = (trainee.person ?? `person-${index}`) as PersonId;
  return {
    id: visitId(round.id, person),
    round: round.id,
    training: round.training,
    kind: round.kind,
    person,
    department: trainee.department ?? 'Sales',
    ...(trainee.manager === undefined ? {} : { manager: trainee.manager as PersonId }),
    state: trainee.answers === undefined ? 'due' : 'answered',
    openedAt: round.opensAt,
    dueAt: round.dueAt,
    page: 0,
    ...trainee.visit,
  };
};

/** Pages that are left are those with an answer, and all of them once it is handed in. */
export const buildResponse = (round: Round, trainee: Trainee, index: number): Response | undefined =>
  trainee.answers === undefined
    ? undefined
    : {
        id: `response-${round.id}-${index}` as ResponseId,
        round: round.id,
        source: 'teams',
        revisions: leftPages(round, trainee.answers, trainee.response?.complete ?? true),
        complete: true,
        withdrawn: false,
        ...trainee.response,
      };

const leftPages = (round: Round, answers: Answers, complete: boolean): PageRevision[] => {
  const { pages } = questionnaireOf(round);
  const homeOf = (key: string): string => {
    const [id = '', about] = key.split('@');
    const page = pages.find(({ items }) => items.some((item) => item.id === id)) ?? pages[0];
    return about === undefined ? `${page?.id}` : `${page?.id}@${about}`;
  };
  const said = Map.groupBy(Object.entries(answers), ([key]) => homeOf(key));
  const left = new Set([...said.keys(), ...(complete ? pages.map(({ id }) => id) : [])]);
  return [...left].map((page) => ({ page, revision: 1, answers: Object.fromEntries(said.get(page) ?? []) }));
};

/** The product's own, and the one of every kind of question. */
const questionnaireOf = ({ questionnaire = '' }: Round): Questionnaire =>
  questionnaires.knows(questionnaire) ? questionnaires.of(questionnaire) : own;

const peopleOf = (trainees: readonly Trainee[], round: Round) =>
  trainees.map((trainee, index) => ({
    visit: buildVisit(round, trainee, index),
    response: buildResponse(round, trainee, index),
  }));

const contributionsIn = (trainees: readonly Trainee[], round: Round) =>
  contributionsOf(round, questionnaireOf(round), peopleOf(trainees, round));

/** Everything these trainees said, before anything of it is hidden. */
export const countedOf = (trainees: readonly Trainee[], round: Round = buildRound()): Counted => {
  const count = counting();
  for (const one of contributionsIn(trainees, round)) count.add(one);
  return count.counted();
};

interface Sums {
  readonly completion: Completion;
  readonly items: Readonly<Record<string, Tally>>;
}

/** The same by cells, for whoever may see everything. */
export const sumsOf = (trainees: readonly Trainee[], round: Round = buildRound()) => {
  const { groups, ...said } = countedOf(trainees, round);
  const sum = (members: Counted['groups']): Sums => {
    const keys = new Set(members.flatMap((group) => [...group.items.keys()]));
    return {
      completion: addCompletions(...members.map(({ completion }) => completion)),
      items: Object.fromEntries(
        [...keys].map((key) => [key, addTallies(...members.flatMap((one) => one.items.get(key) ?? []))]),
      ),
    };
  };
  const by = (cell: (group: Counted['groups'][number]) => string | undefined): Record<string, Sums> =>
    Object.fromEntries(
      [...Map.groupBy(groups, cell)].flatMap(([name, members]) =>
        name === undefined ? [] : [[name, sum(members)]],
      ),
    );
  return {
    whole: sum(groups),
    departments: by(({ department }) => department),
    managers: by(({ manager }) => manager),
    ...said,
  };
};

/** The frozen result of a round in which these trainees said this. */
export const resultOf = (
  trainees: readonly Trainee[],
  round: Round = buildRound(),
  settings: Pick<Settings, 'minimumGroup'> = defaultSettings,
): FrozenResult => {
  const { id, training, kind, questionnaire = '', dueDate } = round;
  const shown = disclose(sumUp(countedOf(trainees, round)), questionnaireOf(round), settings);
  const rolls = takingRolls(keys.person);
  for (const one of contributionsIn(trainees, round)) rolls.add(one);
  return { round: id, training, kind, questionnaire, dueDate, revision: 1, frozenAt, ...rolls.with(shown) };
};

/** The secret of the rounds that are built here. */
export const keys = createResponseKeys('a secret of at least thirty-two characters');

/** What is shown of a department or of a manager's people. */
export const cellOf = ({ parts }: Pick<FrozenResult, 'parts'>, name: string) =>
  parts.find(({ part }) => (part.kind === 'department' ? part.department : part.person) === name)?.cell;

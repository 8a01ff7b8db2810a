import { buildResult } from '../../src/domain/analysis/build-result.ts';
import type { Result } from '../../src/domain/analysis/result.ts';
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
import type { Answers } from '../../src/domain/questionnaires/answers.ts';
import type { Response } from '../../src/domain/responses/response.ts';
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
    dueAt: new Date('2026-07-25T00:00:00+08:00'),
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

export const buildResponse = (round: Round, trainee: Trainee, index: number): Response | undefined =>
  trainee.answers === undefined
    ? undefined
    : {
        id: `response-${round.id}-${index}` as ResponseId,
        round: round.id,
        source: 'teams',
        revisions: [{ page: 'all', revision: 1, answers: trainee.answers }],
        complete: true,
        withdrawn: false,
        ...trainee.response,
      };

/** The frozen result of a round in which these trainees said this. */
export const resultOf = (trainees: readonly Trainee[], round: Round = buildRound()): Result =>
  buildResult({
    round,
    questionnaire: questionnaires.of(round.questionnaire ?? ''),
    answered: trainees.map((trainee, index) => ({
      visit: buildVisit(round, trainee, index),
      response: buildResponse(round, trainee, index),
    })),
    frozenAt,
    revision: 1,
  });

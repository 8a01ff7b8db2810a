import type { FrozenResult, ResultCell } from '../../src/domain/analysis/result.ts';
import { hidden } from '../../src/domain/analysis/told.ts';
import type { ClaimRequest, DeliveryPlan } from '../../src/domain/deliveries/delivery-store.ts';
import type { Subject } from '../../src/domain/deliveries/subject.ts';
import type { Round } from '../../src/domain/followups/round.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import type { RosterImport } from '../../src/domain/imports/roster-import.ts';
import type { Improvement } from '../../src/domain/improvements/improvement.ts';
import type { Finding, Issue } from '../../src/domain/issues/issue.ts';
import {
  type ImprovementId,
  issueId,
  type PersonId,
  roundId,
  type TrainingCode,
  type VisitId,
  visitId,
} from '../../src/domain/kernel/ids.ts';
import type { Training } from '../../src/domain/trainings/training.ts';

export const at = (text: string): Date => new Date(`2026-03-${text}Z`);
export const person = (name: string): PersonId => name as PersonId;
export const code = (text: string): TrainingCode => text as TrainingCode;

export const aTraining = (changes: Partial<Training> = {}): Training => ({
  code: code('SAFE-1'),
  course: 'SAFE',
  title: 'Safety at work 安全生产',
  mode: 'classroom',
  source: 'internal',
  length: 'short',
  start: '2026-03-01',
  end: '2026-03-02',
  timeZone: 'Asia/Shanghai',
  instructorEmails: ['teacher@example.com', 'second@example.com'],
  ...changes,
});

export const aRound = (changes: Partial<Round> = {}): Round => {
  const { training = code('SAFE-1'), kind = 'T1', occurrence = 1 } = changes;
  return {
    id: roundId(training, kind, occurrence),
    training,
    kind,
    occurrence,
    opensAt: at('03T01:00'),
    dueAt: at('16T16:00'),
    dueDate: '2026-03-16',
    remindAt: [at('09T01:00'), at('12T01:00')],
    remindersDone: 0,
    state: 'planned',
    instructors: [],
    announced: false,
    ...changes,
  };
};

export const aVisit = (changes: Partial<Visit> = {}): Visit => {
  const { round = aRound().id, person: who = person('ann') } = changes;
  return {
    id: visitId(round, who),
    round,
    training: code('SAFE-1'),
    kind: 'T1',
    person: who,
    department: 'R&D v2.0 $ales',
    manager: person('boss'),
    state: 'due',
    openedAt: at('03T01:00'),
    dueAt: at('16T16:00'),
    page: 0,
    ...changes,
  };
};

/** What an invitation is about. */
export const visitOf = (name: string): Subject<'invitation'> => ({
  kind: 'invitation',
  visit: name as VisitId,
});

export const aPlan = (changes: Partial<DeliveryPlan> = {}): DeliveryPlan => ({
  subject: visitOf('visit-1'),
  recipient: { person: person('ann') },
  notBefore: at('03T01:00'),
  ...changes,
});

export const aCell = (): ResultCell => ({
  completion: { due: 8, answered: 6, started: 1, declined: 0, excused: 1 },
  items: {
    'content.useful': { n: 7, sum: 28, sumOfSquares: 118, histogram: { 3: 2, 4: 3, 5: 2 } },
    '$clear@teacher.id': { n: 6, stopped: 'scores', satisfied: 2, sum: 13, sumAtMost: true, none: 1 },
    '$where.from': { n: 5, stopped: 'choices', atLeast: { 'my $boss': 3 } },
    __proto__x: hidden,
    depth: { n: 5, sum: 25, sumOfSquares: 125, histogram: { 5: 5 }, positions: { 3: 5 }, none: 2 },
    would: { n: 9, stopped: 'recommendation', net: -6 },
  },
  roll: { people: 7, digests: [0, 1, 255, 256, 2 ** 40, 2 ** 48 - 2, 2 ** 48 - 1] },
});

export const aResult = (changes: Partial<FrozenResult> = {}): FrozenResult => ({
  round: aRound().id,
  training: code('SAFE-1'),
  kind: 'T1',
  questionnaire: 't1.1',
  dueDate: '2026-03-16',
  revision: 1,
  frozenAt: at('16T16:10'),
  whole: aCell(),
  parts: [
    { part: { kind: 'department', department: 'R&D v2.0 $ales' }, cell: aCell() },
    { part: { kind: 'department', department: '销售部' }, cell: { completion: hidden, items: {} } },
    { part: { kind: 'manager', person: person('boss') }, cell: aCell() },
  ],
  comments: { suggestion: 2, 'why.$': hidden, other: 0 },
  texts: [
    { key: 'suggestion', text: 'Fewer slides.' },
    { key: 'suggestion', text: 'More exercises, please.' },
  ],
  ...changes,
});

export const aFinding = (changes: Partial<Finding> = {}): Finding => ({
  round: aRound().id,
  training: code('SAFE-1'),
  questionnaire: 't1.1',
  rule: 'low-mean',
  n: 9,
  mean: 2.9,
  satisfaction: 0.4,
  at: at('16T16:10'),
  ...changes,
});

/** An issue as it is raised: what one round found. */
export const anIssue = (changes: Partial<Issue> = {}, found: Partial<Finding> = {}): Issue => {
  const finding = aFinding(found);
  const { key = 'pace' } = changes;
  return {
    id: issueId(finding.round, key),
    course: 'SAFE',
    key,
    dimension: 'D3',
    evidence: [finding],
    raisedAt: finding.at,
    state: 'open',
    ...changes,
  };
};

export const anImprovement = (changes: Partial<Improvement> = {}): Improvement => ({
  id: 'improvement-1' as ImprovementId,
  issue: anIssue().id,
  round: aRound().id,
  training: code('SAFE-1'),
  owner: person('owner'),
  measure: 'Two shorter mornings instead of one long day',
  dueDate: '2026-04-10',
  assignedBy: person('staff'),
  assignedAt: at('17T02:00'),
  state: 'assigned',
  steps: [],
  remindersDone: 0,
  ...changes,
});

export const anImport = (changes: Partial<RosterImport> = {}): RosterImport => ({
  id: 'digest-1',
  fileName: 'roster.csv',
  rows: [
    {
      line: 2,
      code: 'SAFE-1',
      course: 'SAFE',
      title: 'Safety at work',
      mode: 'classroom',
      source: 'internal',
      length: 'short',
      start: '2026-03-01',
      end: '2026-03-02',
      timeZone: 'Asia/Shanghai',
      instructorEmails: [],
      name: '安',
      email: 'ann@example.com',
      department: 'R&D',
      withdrawn: false,
    },
  ],
  applied: 0,
  finished: false,
  createdAt: at('01T00:00'),
  ...changes,
});

export const aClaim = (changes: Partial<ClaimRequest> = {}): ClaimRequest => ({
  owner: 'process-1',
  now: at('03T02:00'),
  realNow: at('03T02:00'),
  leaseMs: 60_000,
  ...changes,
});

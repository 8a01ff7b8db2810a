import type { By } from '../audit/by.ts';
import { moveEntries } from '../audit/move-entries.ts';
import { type Subject, visitChanges } from '../deliveries/subject.ts';
import { adjustOpenRounds } from '../followups/adjust-open-rounds.ts';
import { correctRounds } from '../followups/correct-rounds.ts';
import { planRoundsOf } from '../followups/plan-rounds.ts';
import type { Round } from '../followups/round.ts';
import { roundsOfTraining } from '../followups/rounds-of-training.ts';
import type { Visit } from '../followups/visit.ts';
import type { Ledger } from '../followups/visit-store.ts';
import type { TrainingTrace } from '../imports/import-trace.ts';
import type { RosterImport } from '../imports/roster-import.ts';
import type { PersonId, TrainingCode } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { type AfterTrainingsDeps, afterTrainings } from './after-trainings.ts';

type Deps = AfterTrainingsDeps &
  Pick<Stores, 'imports' | 'importTraces' | 'trail'> &
  Pick<Means, 'stopping' | 'log'>;

/** What keeps an import from being taken back, training by training. */
export interface AlreadyOut {
  readonly training: TrainingCode;
  /** Messages that went out because of it, or are just going out. */
  readonly sent: number;
  /** People who have begun to answer, or said why they do not. */
  readonly begun: number;
}

export type UndoOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'undone-before' | 'not-traced'; readonly fileName: string }
  | { readonly kind: 'already-out'; readonly fileName: string; readonly out: readonly AlreadyOut[] }
  | {
      readonly kind: 'undone';
      readonly fileName: string;
      /** Trainings that it made, and that it changed. */
      readonly gone: number;
      readonly restored: number;
      /** Something of theirs went out after all, while it was broken off: they stay. */
      readonly kept: readonly AlreadyOut[];
    };

/**
 * Takes the last import back as long as nothing was sent because of it: what it made goes, what it changed is as it was. Killed
 * on the way, it goes on at the next start or when it is asked for again; done twice, the import before it stays.
 */
export const undoImport = async (deps: Deps, by: By): Promise<UndoOutcome> => {
  const latest = await deps.imports.latest();
  if (latest === undefined) return { kind: 'none' };
  const { fileName, undo, traced } = latest;
  if (undo === 'done') return { kind: 'undone-before', fileName };
  if (traced !== true) return { kind: 'not-traced', fileName };
  return takeBack(deps, latest, by);
};

/** What a process that died left half taken back. */
export const finishUndoing = async (deps: Deps, by: By): Promise<void> => {
  for (const found of await deps.imports.beingUndone()) await takeBack(deps, found, by);
};

const takeBack = async (
  deps: Deps,
  { id, fileName, since = 0, undo, ...begun }: Omit<RosterImport, 'rows'>,
  by: By,
): Promise<UndoOutcome> => {
  const from = begunFrom({ since, ...begun });
  const { trainings, people } = await deps.importTraces.since({ importId: id, run: since });
  if (undo !== 'going') {
    const out = await heldBack(deps, id, trainings, from, by);
    if (out.length > 0) return { kind: 'already-out', fileName, out };
    await deps.imports.beginUndo(id, by);
  }
  await moveEntries(deps);
  const kept: AlreadyOut[] = [];
  for (const trace of trainings) {
    // It may be long since it was begun, and a tick may have come first.
    const out = await whatIsOut(deps, [trace], from);
    if (out.length === 0) await restore(deps, trace, by);
    kept.push(...out);
  }
  const appeared = people.flatMap((one) => one.appeared);
  await forgetThose(deps, appeared);
  for (const { email, before, after } of people.flatMap((one) => one.renamed).toReversed()) {
    const [person] = await deps.people.byEmails([email]);
    if (person?.name === after) await deps.people.rename(person.id, before);
  }
  await deps.imports.endUndo(id);
  const done = trainings.filter(({ training }) => !kept.some((one) => one.training === training));
  const gone = done.filter(({ before }) => before === undefined).length;
  return { kind: 'undone', fileName, gone, restored: done.length - gone, kept };
};

/** From when on what was said may be because of it: of the first of its runs the moment is known, and of the last. */
const begunFrom = ({
  since = 0,
  restarts = 0,
  createdAt,
  begunAt = createdAt,
}: Pick<RosterImport, 'since' | 'restarts' | 'createdAt' | 'begunAt'>): Date =>
  since === restarts ? begunAt : createdAt;

/**
 * Looks what is out; where nothing is, nothing goes out any more from here on. Whatever went out in this very moment lets the
 * import stand, and what was held back is planned anew.
 */
const heldBack = async (
  deps: Deps,
  id: string,
  traces: readonly TrainingTrace[],
  from: Date,
  by: By,
): Promise<AlreadyOut[]> => {
  const before = await whatIsOut(deps, traces, from);
  if (before.length === 0) {
    await deps.imports.holdForUndo(id);
    for (const trace of traces) await deps.deliveries.withhold(subjectsOf(await cameOf(deps, trace)));
  }
  const out = before.length > 0 ? before : await whatIsOut(deps, traces, from);
  if (out.length === 0) return [];
  const codes = traces.map(({ training }) => training);
  await afterTrainings(deps, codes, by);
  await deps.imports.letStand(id);
  return out;
};

interface Came extends Ledger {
  readonly rounds: readonly Round[];
}

/** What came of an import in one training: rounds that it made, and visits of whom it put on the roster. */
const cameOf = async (
  deps: Pick<Deps, 'rounds' | 'visits'>,
  { training, before, added }: TrainingTrace,
): Promise<Came> => {
  const rounds = await deps.rounds.ofTraining(training);
  const { visits, unreadable } = await deps.visits.ledgerOf(rounds.map(({ id }) => id));
  if (before === undefined) return { rounds, visits, unreadable };
  const own = new Set<PersonId>(added);
  return { rounds: [], visits: visits.filter(({ person }) => own.has(person)), unreadable };
};

const subjectsOf = ({ rounds, visits }: Came): Subject[] => [
  ...visits.map(({ id }): Subject => ({ kind: 'invitation', visit: id })),
  ...rounds.flatMap(({ id: round }): Subject[] => [
    { kind: 'campaign', round },
    { kind: 'result', round },
    { kind: 'instructor-result', round },
  ]),
];

const goingOut = new Set(['sent', 'claimed', 'unknown']);

const whatIsOut = async (deps: Deps, traces: readonly TrainingTrace[], from: Date): Promise<AlreadyOut[]> => {
  const out: AlreadyOut[] = [];
  for (const trace of traces) {
    const came = await cameOf(deps, trace);
    const deliveries = await deps.deliveries.about(subjectsOf(came));
    const told = trace.before === undefined ? 0 : await toldSince(deps, trace.training, from);
    const sent =
      told + deliveries.filter(({ state, sentAt }) => goingOut.has(state) || sentAt !== undefined).length;
    // Of a line that cannot be read nobody knows: it may hold an answer.
    const begun =
      came.visits.filter(({ state, excuse }) => isBegun(state, excuse)).length + came.unreadable.size;
    const closed = came.rounds.filter(({ state }) => state === 'closed').length;
    if (sent + begun + closed > 0) out.push({ training: trace.training, sent, begun });
  }
  return out;
};

/** Messages that something of a training is otherwise than people had been told: moved, cancelled, withdrawn. */
const toldSince = async (deps: Deps, training: TrainingCode, from: Date): Promise<number> => {
  const rounds = await deps.rounds.ofTraining(training);
  const visits = await deps.visits.ofRounds(rounds.map(({ id }) => id));
  const subjects = visits.flatMap(({ id: visit, changes = 0 }) =>
    Array.from({ length: changes }, (_, at) => at + 1).flatMap((number) =>
      visitChanges.map((change): Subject => ({ kind: 'visit-change', visit, change, number })),
    ),
  );
  const deliveries = await deps.deliveries.about([...subjects, { kind: 'training-cancelled', training }]);
  return deliveries.filter(
    ({ state, sentAt }) => goingOut.has(state) && (sentAt === undefined || sentAt >= from),
  ).length;
};

/** Somebody said something; the roster alone excuses who has withdrawn or left. */
const isBegun = (state: Visit['state'], excuse: Visit['excuse']): boolean =>
  state === 'started' ||
  state === 'answered' ||
  state === 'declined' ||
  (state === 'excused' && excuse !== 'withdrawn' && excuse !== 'left');

const restore = async (deps: Deps, trace: TrainingTrace, by: By): Promise<void> => {
  const { training, before, added, changed } = trace;
  const came = await cameOf(deps, trace);
  // What is found by something else goes before it.
  await deps.deliveries.withhold(subjectsOf(came));
  await deps.visits.remove(came.visits.map(({ id }) => id));
  await deps.rounds.remove(came.rounds.map(({ id }) => id));
  await deps.trainings.unenrol(training, added);
  if (before === undefined) {
    await deps.trainings.remove(training);
    return;
  }
  // Saving leaves alone what it is not told of: cancelled by the import, it takes place again.
  const isCancelled = (await deps.trainings.byCode(training))?.cancelled === true;
  await deps.trainings.save(isCancelled ? { cancelled: false, ...before } : before, by);
  for (const line of changed) await deps.trainings.enrol(line, by);
  const now = deps.clock.now();
  const planned = new Set(roundsOfTraining(deps, before, now).map(({ id }) => id));
  const surplus = (await deps.rounds.ofTraining(training)).filter(
    ({ id, state }) => !planned.has(id) && (state === 'planned' || state === 'missed'),
  );
  await deps.rounds.remove(surplus.map(({ id }) => id));
  if (isCancelled) await correctRounds(deps, before, by);
  await planRoundsOf(deps, [training], by);
  await correctRounds(deps, before, by);
  await adjustOpenRounds(deps, training, by);
};

/** Whom nothing names any more: no roster, as participant, manager or instructor, and no account. */
const forgetThose = async (deps: Deps, emails: readonly string[]): Promise<void> => {
  const people = await deps.people.byEmails(emails);
  const own = await deps.accounts.ofPeople(people.map(({ id }) => id));
  const met = new Set(own.map(({ personId }) => personId));
  const alone: PersonId[] = [];
  for (const { id, email } of people) {
    if (met.has(id)) continue;
    const [lines, theirs, taught, visits] = await Promise.all([
      deps.trainings.enrolmentsOf(id),
      deps.trainings.peopleOfManager(id),
      deps.trainings.taughtBy(email),
      deps.visits.ofPerson(id),
    ]);
    if (lines.length + theirs.length + taught.length + visits.length === 0) alone.push(id);
  }
  await deps.people.forget(alone);
};

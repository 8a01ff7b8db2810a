import { nextDeliveryMoment } from '../deliveries/delivery-hours.ts';
import { isUnderWay } from '../followups/adjust-open-rounds.ts';
import { movedRound } from '../followups/moved-round.ts';
import type { Round } from '../followups/round.ts';
import { isTooLate, plannedAgain, roundsOfTraining } from '../followups/rounds-of-training.ts';
import { type Visit, whose } from '../followups/visit.ts';
import { type KnownRoster, knownRoster, nothingKnown } from '../imports/known-roster.ts';
import { rosterBatches, type TrainingRows } from '../imports/roster-batches.ts';
import { namingsIn, type TrainingChange, trainingChange } from '../imports/roster-changes.ts';
import { newPersonId, type PersonId, type RoundId, type TrainingCode } from '../kernel/ids.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Text } from '../kernel/text.ts';
import type { Means } from '../means.ts';
import type { Person } from '../people/person.ts';
import type { RosterRow } from '../rosters/roster-row.ts';
import type { Stores } from '../stores.ts';
import { type ChangeCounts, counted, nothingCounted } from '../trainings/change-counts.ts';
import type { Enrolment } from '../trainings/enrolment.ts';
import type { Training } from '../trainings/training.ts';

/** A round and the training it belongs to, as an import will leave them. */
export interface ComingRound {
  readonly training: TrainingCode;
  readonly kind: Round['kind'];
  /** What is asked in it. */
  readonly questionnaire: Text;
  /** The training's local date. */
  readonly day: string;
}

/** The first questionnaires of a training: on which local day of it, to how many people. */
export interface FirstAsked extends ComingRound {
  readonly people: number;
}

/** What will follow from a roster, counted before anything happens. */
export interface ImportOutlook {
  readonly trainings: ChangeCounts;
  /** Participants of trainings, counted once for each training. */
  readonly participants: ChangeCounts;
  /** Everybody the roster names, whatever for, once; and those of them who are not known yet. */
  readonly people: { readonly all: number; readonly new: number };
  readonly first: readonly FirstAsked[];
  /** Missed from the start: their due day (`day`) is over (P2). */
  readonly missed: readonly ComingRound[];
  /** Rounds that have begun and end on another day than so far, as their training moves. `day`: the new one. */
  readonly otherDates: readonly ComingRound[];
  /** Trainings in which nobody is asked anything by this roster, and why not. */
  readonly unasked: readonly {
    readonly training: TrainingCode;
    readonly why: 'nothing-to-ask' | 'cancelled' | 'over';
  }[];
  /** Participants whom it marks as withdrawn, or who are back on the list by it. */
  readonly withdrawn: number;
  readonly returned: number;
  /** People on the rosters of these trainings whom this one does not name: they stay. */
  readonly notNamed: number;
  /** Nobody hears their results. */
  readonly withoutInstructor: readonly TrainingCode[];
  /** People in whose line no manager stands. */
  readonly withoutManager: number;
}

type Known = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits'>;
type Deps = Pick<Means, 'clock' | 'settings' | 'calendar' | 'questionnaires'>;

/**
 * What will follow from checked rows, by the rules that an import acts by. Without a database everything is new: it is compared
 * with nothing. Changes nothing.
 */
export const importOutlook = async (
  deps: Deps,
  rows: readonly RosterRow[],
  database?: Known,
): Promise<ImportOutlook> => {
  const people = new Set<string>();
  const fresh = new Set<string>();
  const looks: TrainingOutlook[] = [];
  for (const batch of rosterBatches(rows)) {
    const own = batch.flat();
    const known = database === undefined ? nothingKnown : await knownRoster(database, own);
    const { changes, met, appeared } = asIfApplied(batch, known);
    for (const person of met) people.add(person);
    for (const email of appeared) fresh.add(email);
    const codes = changes.filter(({ before }) => before !== undefined).map(({ training }) => training.code);
    const rounds = (await database?.rounds.ofTrainings(codes)) ?? [];
    const begun = rounds.filter(isUnderWay).map(({ id }) => id);
    const visits = (await database?.visits.ofRounds(begun)) ?? [];
    const there = (training: TrainingCode): There => ({
      rounds: rounds.filter((round) => round.training === training),
      visited: Map.groupBy(visits, ({ round }) => round),
      enrolments: known.enrolmentsOf(training),
    });
    for (const change of changes) looks.push(trainingOutlook(deps, change, there(change.training.code)));
  }
  const changes = looks.map(({ change }) => change);
  const lines = changes.flatMap((change) => change.lines);
  return {
    trainings: changes.reduce((counts, { change }) => counted(counts, change), nothingCounted),
    participants: lines.reduce((counts, { change }) => counted(counts, change), nothingCounted),
    people: { all: people.size, new: fresh.size },
    first: looks.flatMap(({ first }) => first ?? []),
    missed: looks.flatMap(({ missed }) => missed),
    otherDates: looks.flatMap(({ otherDates }) => otherDates),
    unasked: looks.flatMap(({ change, unasked }) =>
      unasked === undefined ? [] : [{ training: change.training.code, why: unasked }],
    ),
    withdrawn: lines.filter(({ enrolment, before }) => enrolment.withdrawn && before?.withdrawn !== true)
      .length,
    returned: lines.filter(({ enrolment, before }) => before?.withdrawn === true && !enrolment.withdrawn)
      .length,
    notNamed: looks.reduce((sum, { notNamed }) => sum + notNamed, 0),
    withoutInstructor: changes
      .filter(({ training }) => training.instructorEmails.length === 0)
      .map(({ training }) => training.code),
    withoutManager: new Set(
      rows.filter(({ managerEmail }) => managerEmail === undefined).map(({ email }) => email),
    ).size,
  };
};

/** The changes of trainings with people who have not appeared: they are made up, by the address they would appear under. */
const asIfApplied = (batch: readonly TrainingRows[], known: KnownRoster) => {
  const people = new Map<string, Person>(known.people);
  const renamed = new Set<string>();
  const appeared: string[] = [];
  for (const { email, name, before } of namingsIn(batch.flat(), known.people)) {
    if (before === undefined) {
      appeared.push(email);
      people.set(email, { id: newPersonId(), email, name, standing: [], seats: [] });
    } else renamed.add(email);
  }
  const met = [...people].map(([email, { id }]) => (known.people.has(email) ? id : email));
  const changes = batch.map((rows) => trainingChange(rows, known, people, renamed));
  return { changes, met, appeared };
};

interface TrainingOutlook extends Pick<ImportOutlook, 'missed' | 'otherDates' | 'notNamed'> {
  readonly change: TrainingChange;
  readonly first?: FirstAsked;
  readonly unasked?: ImportOutlook['unasked'][number]['why'];
}

/** What is there of a training before an import. */
interface There {
  readonly rounds: readonly Round[];
  readonly visited: ReadonlyMap<RoundId, readonly Visit[]>;
  readonly enrolments: readonly Enrolment[];
}

const trainingOutlook = (deps: Deps, change: TrainingChange, there: There): TrainingOutlook => {
  const now = deps.clock.now();
  const { training } = change;
  const planned = roundsOfTraining(deps, training, now);
  // One that is there stays, even of a kind that would not be planned any more.
  const others = there.rounds.filter(({ id }) => !planned.some((round) => round.id === id));
  const asked = others.filter(({ kind }) => deps.questionnaires.has(kind, training));
  const rounds = [...planned, ...asked].map((round) => {
    const before = there.rounds.find(({ id }) => id === round.id);
    return { before, after: roundAfter(before, round, training, now) };
  });
  const told = (round: Round, day: string): ComingRound => ({
    training: training.code,
    kind: round.kind,
    questionnaire: deps.questionnaires.titleOf(round, training),
    day,
  });
  const missed = rounds.flatMap(({ before, after }) =>
    before?.state !== 'missed' && isMissed(after, now) ? [told(after, after.dueDate)] : [],
  );
  const otherDates = rounds.flatMap(({ before, after }) =>
    before?.state === 'open' && after.dueDate !== before.dueDate ? [told(after, after.dueDate)] : [],
  );
  const coming = rounds
    .filter(({ after }) => (after.state === 'planned' && !isMissed(after, now)) || after.state === 'open')
    .map(({ after }) => ({ round: after, people: peopleAsked(after, change, there) }))
    .filter(({ people }) => people.length > 0)
    .map(({ round, people }) => ({ ...told(round, askedOn(deps, round, training, now)), people }))
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const [first] = coming;
  // Several may begin on the same day: whoever is asked in more than one of them is one of so many people.
  const onFirst = new Set(coming.filter(({ day }) => day === first?.day).flatMap(({ people }) => people));
  const isOver = rounds.every(
    ({ after }) => after.state === 'closed' || after.state === 'cancelled' || isMissed(after, now),
  );
  const isCancelled = training.cancelled === true;
  const unasked = isCancelled
    ? 'cancelled'
    : rounds.length === 0
      ? 'nothing-to-ask'
      : isOver
        ? 'over'
        : undefined;
  const named = new Set(change.lines.map(({ enrolment }) => enrolment.person));
  const notNamed = there.enrolments.filter(
    ({ person, withdrawn }) => !withdrawn && !named.has(person),
  ).length;
  return {
    change,
    missed,
    otherDates,
    notNamed,
    ...(first === undefined ? {} : { first: { ...first, people: onFirst.size } }),
    ...(unasked === undefined ? {} : { unasked }),
  };
};

/** What planning and correcting (`planRounds`, `correctRounds`) will make of a round. */
const roundAfter = (before: Round | undefined, planned: Round, training: Training, now: Date): Round => {
  if (training.cancelled === true) return { ...(before ?? planned), state: 'cancelled' };
  if (before === undefined) return planned;
  const stood = before.questionnaire === undefined ? ('planned' as const) : ('open' as const);
  const round = plannedAgain(before.state === 'cancelled' ? { ...before, state: stood } : before, planned);
  const move = round.state === 'open' ? movedRound(round, planned, now, training.timeZone) : undefined;
  return { ...round, ...move };
};

/** Missed already, or once it is looked at: its due day is over and it never began. */
const isMissed = (round: Round, now: Date): boolean =>
  round.state === 'missed' || (round.state === 'planned' && isTooLate(round, now));

/** A round that begins asks all who have not withdrawn; one that is open only those it has not asked yet. */
const peopleAsked = ({ id }: Round, { lines }: TrainingChange, there: There): PersonId[] => {
  const all = [...there.enrolments, ...lines.map(({ enrolment }) => enrolment)];
  const asked = new Map(all.map(({ person, withdrawn }) => [person, !withdrawn]));
  for (const visit of there.visited.get(id) ?? []) asked.delete(whose(visit));
  return [...asked].flatMap(([person, isAsked]) => (isAsked ? [person] : []));
};

/** The day on which the first of its questionnaires may go out. */
const askedOn = (
  { settings, calendar }: Deps,
  { opensAt }: Round,
  { timeZone }: Training,
  now: Date,
): string =>
  localDate(nextDeliveryMoment(opensAt > now ? opensAt : now, timeZone, settings, calendar), timeZone);

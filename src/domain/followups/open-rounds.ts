import { createHash } from 'node:crypto';
import { byProduct } from '../audit/by.ts';
import type { DeliveryPlan } from '../deliveries/delivery-store.ts';
import { type PersonId, type VisitId, visitId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { AskedInstructor } from '../questionnaires/asked-page.ts';
import { questionnaireKey } from '../questionnaires/questionnaire.ts';
import type { Stores } from '../stores.ts';
import type { Enrolment } from '../trainings/enrolment.ts';
import type { Training } from '../trainings/training.ts';
import { askOnceMore } from './ask-once-more.ts';
import type { Round } from './round.ts';
import { isTooLate } from './rounds-of-training.ts';
import { saidAbsent } from './said-absent.ts';
import { tellOfCampaign } from './tell-of-campaign.ts';
import { eachRound } from './tell-of-stuck-round.ts';
import type { Visit } from './visit.ts';

type Deps = Pick<Stores, 'people' | 'trainings' | 'rounds' | 'visits' | 'deliveries'> &
  Pick<Means, 'questionnaires' | 'clock' | 'settings' | 'log'>;

/**
 * Opens every round whose window has begun: one visit and one invitation for each person on the roster.
 * The round is marked open last, so a process that dies on the way starts over and doubles nothing.
 */
export const openRounds = async (deps: Deps): Promise<number> => {
  const due = await deps.rounds.toOpen(deps.clock.now());
  return eachRound(deps, due, async (round) => {
    await openRound(deps, round);
    return true;
  });
};

const openRound = async (deps: Deps, round: Round): Promise<void> => {
  const training = await deps.trainings.byCode(round.training);
  // Moved to later when it was open, it keeps what was said meanwhile, and what is asked about whom.
  const wasOpen = round.questionnaire !== undefined;
  if (training === undefined || (isTooLate(round, deps.clock.now()) && !wasOpen)) {
    // A process that died while opening may have left visits behind.
    await deps.visits.expire(round.id, deps.clock.now());
    await deps.rounds.markMissed(round.id, byProduct('opening', deps));
    return;
  }
  if (training.cancelled === true) return;
  // A questionnaire that was taken away again: the round waits for one until its due day.
  if (!wasOpen && !deps.questionnaires.has(round.kind, training)) return;
  const instructors = wasOpen ? round.instructors : await instructorsOf(deps.people, training);
  const spreadMs = deps.settings.sending.campaignSpreadSeconds * 1000;
  const enrolments = await deps.trainings.enrolments(round.training);
  await openVisits(deps, round, enrolments, spreadMs);
  await tellOfCampaign(deps, round, enrolments.filter(({ withdrawn }) => !withdrawn).length);
  await deps.rounds.markReminded(round.id, remindersTooSoon(round, deps));
  if (wasOpen) await askOnceMore(deps, round);
  const questionnaire = wasOpen
    ? deps.questionnaires.ofRound(round, training)
    : deps.questionnaires.for(round.kind, training);
  const fixed = {
    questionnaire: questionnaireKey(questionnaire),
    questionnaireDigest: questionnaire.digest,
    instructors,
  };
  await deps.rounds.markOpen(round.id, fixed, byProduct('opening', deps));
};

/** Imported late, a round opens late: reminders that would come with the invitation, or right after it, are left out. */
const remindersTooSoon = (round: Round, { clock, settings }: Pick<Deps, 'clock' | 'settings'>): number => {
  const gapMs = settings.reminderGapDays * 24 * 3_600_000;
  return round.remindAt.filter((moment) => moment.getTime() < clock.now().getTime() + gapMs).length;
};

/** Who is asked about: the roster's instructors, in its order. */
export const instructorsOf = async (people: PersonStore, training: Training): Promise<AskedInstructor[]> => {
  const instructors: AskedInstructor[] = [];
  for (const email of training.instructorEmails) {
    const person = await people.appear(email, '');
    // Two addresses of one person are one instructor.
    if (instructors.some((one) => one.person === person.id)) continue;
    instructors.push({ person: person.id, name: person.name || (email.split('@')[0] ?? email) });
  }
  return instructors;
};

type OpenDeps = Pick<Deps, 'people' | 'rounds' | 'visits' | 'deliveries' | 'clock'>;

/** So many are written at once: a process needs no more memory for a hundred thousand than for these. */
const writtenAtOnce = 100;

/**
 * Opens the visits of these enrolments and plans their invitations, spread over so many milliseconds; what is
 * there already stays.
 */
export const openVisits = async (
  deps: OpenDeps,
  round: Round,
  enrolments: readonly Enrolment[],
  spreadMs = 0,
): Promise<void> => {
  const enrolled = enrolments.filter((enrolment) => !enrolment.withdrawn);
  const gone = new Set((await deps.people.gone()).map(({ id }) => id));
  const absent = await saidAbsent(deps, round);
  for (let from = 0; from < enrolled.length; from += writtenAtOnce) {
    await openSome(deps, round, enrolled.slice(from, from + writtenAtOnce), { gone, absent }, spreadMs);
  }
};

/** How a visit is opened of whoever said in another round of the training that they did not attend. */
const absentAsBefore = { state: 'excused', excuse: 'did-not-attend', absentBefore: true } as const;

/** Who is not asked. */
interface NotAsked {
  readonly gone: ReadonlySet<PersonId>;
  readonly absent: ReadonlySet<PersonId>;
}

const openSome = async (
  deps: OpenDeps,
  round: Round,
  enrolments: readonly Enrolment[],
  { gone, absent }: NotAsked,
  spreadMs: number,
): Promise<void> => {
  const now = deps.clock.now();
  const visits = enrolments.map(
    (enrolment): Visit => ({
      id: visitId(round.id, enrolment.person),
      round: round.id,
      training: round.training,
      kind: round.kind,
      person: enrolment.person,
      department: enrolment.department,
      ...(enrolment.manager === undefined ? {} : { manager: enrolment.manager }),
      ...(absent.has(enrolment.person) ? absentAsBefore : { state: 'due' }),
      openedAt: now,
      dueAt: round.dueAt,
      page: 0,
    }),
  );
  await deps.visits.open(visits);
  // Whoever has left is due like everybody, and excused (S3).
  for (const { id, person } of visits)
    if (gone.has(person)) await deps.visits.markExcused(id, 'left', byProduct('opening', deps));
  const asked = visits.filter(({ person }) => !gone.has(person) && !absent.has(person));
  await deps.deliveries.plan(
    asked.map(
      (visit): DeliveryPlan => ({
        subject: { kind: 'invitation', visit: visit.id },
        recipient: { person: visit.person },
        notBefore: new Date(now.getTime() + Math.round(spreadMs * placeOf(visit.id))),
        until: round.dueAt,
        lane: round.id,
      }),
    ),
  );
};

/** A place in [0, 1) that looks random and is the same each time: planning twice plans for the same moment. */
const placeOf = (id: VisitId): number => createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32;

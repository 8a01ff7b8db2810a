import { refreezeIfEnough } from '../../src/domain/analysis/freeze-result.ts';
import { adjustOpenRounds } from '../../src/domain/followups/adjust-open-rounds.ts';
import { openRounds } from '../../src/domain/followups/open-rounds.ts';
import type { Round } from '../../src/domain/followups/round.ts';
import type { Visit } from '../../src/domain/followups/visit.ts';
import { applyTrainings } from '../../src/domain/imports/apply-trainings.ts';
import { type PersonId, type RoundId, roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import type { Response } from '../../src/domain/responses/response.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import type { RosterRow } from '../../src/domain/rosters/roster-row.ts';
import { announceResults } from '../../src/domain/sequels/announce-results.ts';
import { closeRounds } from '../../src/domain/sequels/close-rounds.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { endOf } from './build-round.ts';
import { byTestAt } from './by-test.ts';
import { storeSettings } from './database.ts';
import { questionnaires } from './questionnaires.ts';

const day = 24 * 60 * 60 * 1000;
const dueDays = ['08-10', '08-20', '08-30'];

/** Somebody's line on a roster; `person` is their number. */
export interface Line {
  readonly person: number;
  readonly department: number;
  readonly manager: number;
  readonly withdrawn: boolean;
}

export type Step =
  | { readonly kind: 'answer'; readonly round: number; readonly person: number; readonly score: number }
  | { readonly kind: 'roster'; readonly round: number; readonly lines: readonly Line[] }
  | { readonly kind: 'absent' | 'on-leave' | 'declines'; readonly round: number; readonly person: number }
  | { readonly kind: 'night' }
  /** The next round that is open closes; so many answers are on their way. */
  | { readonly kind: 'close'; readonly late: readonly Said[] };

interface Said {
  readonly person: number;
  readonly score: number;
}

/** A round's ledger and answers as they were when its result was frozen. */
export interface AtClosing {
  readonly visits: readonly Visit[];
  readonly answers: ReadonlyMap<string, number>;
}

/** A course with some rounds in one quarter of a year of its own, played on the product's stores by the product's functions. */
export const playCourse = async (stores: Stores, year: number, rosters: readonly (readonly Line[])[]) => {
  let now = new Date(`${year}-07-20T10:00:00+08:00`);
  const responseKeys = createResponseKeys(storeSettings.answerSecret);
  const clock = { now: () => now };
  const deps = {
    ...stores,
    ...{ questionnaires, settings, responseKeys, clock, realClock: clock },
    ...{ pause: async () => {}, closingPauseMs: 0 },
  };
  const codes = rosters.map((_, at) => `T-${year}-${at}` as TrainingCode);
  const email = (name: string): string => `${name}-${year}@example.com`;
  const department = (number: number): string => `Department ${number} of ${year}`;
  const by = () => byTestAt(now);
  const ids = new Map<string, PersonId>();
  const idOf = async (name: string): Promise<PersonId> => {
    const id = ids.get(name) ?? (await stores.people.appear(email(name), '')).id;
    ids.set(name, id);
    return id;
  };

  const applies = async (at: number, lines: readonly Line[]): Promise<void> => {
    const code = codes[at] ?? codes[0];
    if (code === undefined || lines.length === 0) return;
    const rows = lines.map(
      (line, number): RosterRow => ({
        line: number + 2,
        ...{ code, course: `C-${year}`, title: code, mode: 'classroom', source: 'internal', length: 'short' },
        ...{ start: `${year}-07-18`, end: `${year}-07-19`, timeZone: storeSettings.timeZone },
        instructorEmails: [email('teacher')],
        name: `Person ${line.person}`,
        email: email(`p${line.person}`),
        department: department(line.department),
        managerEmail: email(`manager${line.manager}`),
        withdrawn: line.withdrawn,
      }),
    );
    const [first, ...others] = rows;
    if (first === undefined) return;
    await applyTrainings(stores, [[first, ...others]], { id: `${code}-${now.getTime()}`, run: 1 }, by());
    await adjustOpenRounds(deps, code, by());
  };

  const roundOf = async (at: number): Promise<Round | undefined> =>
    (await stores.rounds.ofTraining(codes[at] ?? ('none' as TrainingCode)))[0];

  /** What somebody says is stored; whether the ledger hears of it is another write. */
  const says = async (round: Round, visit: Visit, score: number, noted: boolean): Promise<void> => {
    const { person, id: visitId } = visit;
    const id = responseKeys.response(person, round.training, round.kind, round.occurrence);
    const before = await stores.responses.byId(id);
    if (before?.withdrawn === true) return;
    const revision = (before?.revisions.at(-1)?.revision ?? 0) + 1;
    const answers = { 'd5-overall': score, 'd5-suggestion': `Words of ${person}` };
    await stores.responses.append({
      ...{ id, round: round.id, source: 'teams', complete: true },
      page: { page: 'overall', revision, answers, room: 2000 },
    });
    if (!noted) return;
    const pagesSaved = revision;
    if (before === undefined || visit.state !== 'answered')
      await stores.visits.markAnswered(visitId, now, { channel: 'teams', recordedBy: person, pagesSaved });
    else await stores.visits.markChanged(visitId, pagesSaved);
  };

  const visitIn = async (round: Round, number: number): Promise<Visit | undefined> => {
    const person = await idOf(`p${number}`);
    return (await stores.visits.ofRound(round.id)).find((visit) => visit.person === person);
  };

  const atClosing = async (round: RoundId): Promise<AtClosing> => {
    const found = await stores.rounds.byId(round);
    const visits = await stores.visits.ofRound(round);
    if (found === undefined) return { visits, answers: new Map() };
    const answers = new Map<string, number>();
    for (const { person } of visits) {
      const key = responseKeys.response(person, found.training, found.kind, found.occurrence);
      const said: Response | undefined = await stores.responses.byId(key);
      const score = said?.withdrawn === true ? undefined : said?.revisions.at(-1)?.answers['d5-overall'];
      if (typeof score === 'number') answers.set(person, score);
    }
    return { visits, answers };
  };

  const frozen = new Map<RoundId, AtClosing[]>();

  /** Closes the next open round; late answers come in one by one, and everybody may look after each. */
  const closes = async (late: readonly Said[], look: () => Promise<void>): Promise<void> => {
    const open = (await Promise.all(codes.map((_, at) => roundOf(at)))).find((one) => one?.state === 'open');
    if (open === undefined) return;
    now = open.dueAt;
    await closeRounds(deps);
    const first = await atClosing(open.id);
    frozen.set(open.id, [first]);
    await announceResults(deps);
    await look();
    for (const { person, score } of late) {
      const visit = await visitIn(open, person);
      if (visit?.state !== 'expired') continue;
      await says(open, visit, score, false);
      await stores.rounds.announceAgain(open.id);
      await announceResults(deps);
      const result = await refreezeIfEnough(deps, open);
      if (result?.revision === 2 && frozen.get(open.id)?.length === 1)
        frozen.set(open.id, [first, await atClosing(open.id)]);
      await look();
    }
  };

  for (const [at, lines] of rosters.entries()) {
    await applies(at, lines);
    const training = codes[at];
    if (training === undefined) continue;
    const dueDate = `${year}-${dueDays[at]}`;
    await stores.rounds.plan(
      {
        ...{ id: roundId(training, 'T1', 1), training, kind: 'T1', occurrence: 1, opensAt: now },
        ...{ dueAt: endOf(dueDate), dueDate, remindAt: [], remindersDone: 0, state: 'planned' },
        ...{ instructors: [], announced: false },
      },
      by(),
    );
  }
  await openRounds(deps);

  const takes = async (step: Step, look: () => Promise<void>): Promise<void> => {
    if (step.kind === 'night') now = new Date(now.getTime() + day / 2);
    else if (step.kind === 'close') await closes(step.late, look);
    else if (step.kind === 'roster') await applies(step.round, step.lines);
    else {
      const round = await roundOf(step.round);
      const visit = round === undefined ? undefined : await visitIn(round, step.person);
      if (round?.state !== 'open' || visit === undefined || round.dueAt <= now) return;
      const isOver = visit.state === 'excused' || visit.state === 'declined';
      if (step.kind === 'answer') {
        if (!isOver) await says(round, visit, step.score, true);
      } else if (step.kind === 'absent') {
        await stores.visits.markExcused(visit.id, 'did-not-attend', by());
        const id = responseKeys.response(visit.person, round.training, round.kind, round.occurrence);
        if ((await stores.responses.byId(id)) !== undefined) await stores.responses.withdraw(id);
      } else if (visit.state === 'due') {
        if (step.kind === 'on-leave') await stores.visits.markExcused(visit.id, 'on-leave', by());
        else await stores.visits.markDeclined(visit.id, by());
      }
    }
  };

  return { deps, year, codes, department, idOf, roundOf, atClosing, frozen, takes, now: clock.now };
};

export type Course = Awaited<ReturnType<typeof playCourse>>;

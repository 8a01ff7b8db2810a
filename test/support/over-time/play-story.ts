import fc from 'fast-check';
import { freezeResult, refreezeIfEnough } from '../../../src/domain/analysis/freeze-result.ts';
import { adjustOpenRounds } from '../../../src/domain/followups/adjust-open-rounds.ts';
import { openVisits } from '../../../src/domain/followups/open-rounds.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import type { PersonId, TrainingCode } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import type { Stores } from '../../../src/domain/stores.ts';
import { aRound, aTraining } from '../../store/samples.ts';
import { byTest } from '../by-test.ts';
import { questionnaires } from '../questionnaires.ts';

/** What may happen to two runs of a course in one quarter, person by person. */
export interface Story {
  readonly people: readonly { readonly department: number; readonly manager: number }[];
  /** Of each run, by person: what they say (0: nothing), and whether it comes only while the round is being closed. */
  readonly runs: readonly (readonly { readonly score: number; readonly late: boolean }[])[];
  readonly changes: readonly Change[];
}
interface Change {
  readonly person: number;
  readonly run: number;
  readonly when: 'open' | 'closed';
  readonly what: 'withdraw' | 'come-back' | 'manager' | 'department';
  readonly to: number;
}

const most = 18;
const somebody = fc.record({ department: fc.nat({ max: 2 }), manager: fc.nat({ max: 2 }) });
const said = fc.record({
  // Often dissatisfied, sometimes silent.
  score: fc.constantFrom(0, 1, 1, 2, 3, 4, 5, 5),
  late: fc.nat({ max: 3 }).map((one) => one === 0),
});
const changed: fc.Arbitrary<Change> = fc.record({
  person: fc.nat({ max: most - 1 }),
  run: fc.nat({ max: 1 }),
  when: fc.constantFrom('open', 'closed'),
  what: fc.constantFrom('withdraw', 'come-back', 'manager', 'department'),
  to: fc.nat({ max: 2 }),
});
export const stories: fc.Arbitrary<Story> = fc.record({
  people: fc.array(somebody, { minLength: 9, maxLength: most }),
  runs: fc.array(fc.array(said, { minLength: most, maxLength: most }), { minLength: 2, maxLength: 2 }),
  changes: fc.array(changed, { maxLength: 5 }),
});

const key = 'd5-overall';
const page = questionnaires.of('t1.1').pages.find(({ items }) => items.some(({ id }) => id === key));
export const responseKeys = createResponseKeys('secret of a test');
let used = 0;

/** A moment of the story: what the rounds are, and who has said what so far. */
export interface Moment {
  readonly rounds: readonly Round[];
  readonly now: Date;
  readonly year: number;
  /** Of each run: what was said and is not taken back by now. */
  readonly scores: readonly ReadonlyMap<PersonId, number>[];
}

/** Lets a story happen with the product's own rules, and stops after each step for whoever wants to look. */
export const playStory = async (
  stores: Stores,
  story: Story,
  look: (moment: Moment) => Promise<void>,
): Promise<void> => {
  used += 1;
  const idOf = (index: number) => `over-${used}-${index}` as PersonId;
  // A year of its own: nothing of another story is in its periods.
  const year = 2026 + used;
  let now = new Date(`${year}-03-03T02:00:00Z`);
  const deps = {
    ...stores,
    responseKeys,
    questionnaires,
    settings,
    clock: { now: () => now },
  };
  const places = story.people.map((place) => ({ ...place, withdrawn: false }));
  const scores = story.runs.map(() => new Map<PersonId, number>());
  const codes = story.runs.map((_, run) => `OVER-${used}-${run}` as TrainingCode);
  const planned = codes.map((training, run) =>
    aRound({
      training,
      opensAt: now,
      remindAt: [],
      dueAt: new Date(`${year}-03-${16 + run}T16:00:00Z`),
      dueDate: `${year}-03-${16 + run}`,
    }),
  );
  const enrolAgain = async (training: TrainingCode): Promise<void> => {
    for (const [index, { department, manager, withdrawn }] of places.entries()) {
      const line = { training, person: idOf(index), department: `D${department}`, withdrawn };
      await stores.trainings.enrol(
        manager === 2 ? line : { ...line, manager: `over-${used}-m${manager}` as PersonId },
        byTest,
      );
    }
  };
  const seen = async (): Promise<void> => {
    const rounds = await Promise.all(planned.map(async ({ id }) => (await stores.rounds.byId(id)) ?? []));
    await look({ rounds: rounds.flat(), now, year, scores });
  };
  const answer = async (round: Round, run: number, index: number): Promise<void> => {
    const { score } = story.runs[run]?.[index] ?? { score: 0 };
    const person = idOf(index);
    const visit = (await stores.visits.ofRound(round.id)).find((one) => one.person === person);
    if (score === 0 || page === undefined || visit === undefined || visit.state === 'excused') return;
    const id = responseKeys.response(person, round.training, round.kind, round.occurrence);
    const left = { page: page.id, revision: 1, answers: { [key]: score }, room: 200 };
    await stores.responses.append({ id, round: round.id, source: 'teams', page: left, complete: true });
    const answered = { channel: 'teams', recordedBy: person, pagesSaved: 1 } as const;
    await stores.visits.markAnswered(visit.id, now, answered);
    scores[run]?.set(person, score);
  };
  const change = async (run: number, when: Change['when']): Promise<void> => {
    for (const { person, what, to } of story.changes.filter((one) => one.run === run && one.when === when)) {
      const place = places[person];
      if (place === undefined) continue;
      if (what === 'manager') place.manager = to;
      else if (what === 'department') place.department = to;
      else place.withdrawn = what === 'withdraw';
      for (const training of codes) {
        await enrolAgain(training);
        await adjustOpenRounds(deps, training, byTest);
      }
      await seen();
    }
  };

  for (const [run, round] of planned.entries()) {
    await stores.trainings.save(aTraining({ code: round.training, course: `OVER-${used}` }), byTest);
    await enrolAgain(round.training);
    await stores.rounds.plan(round, byTest);
    await openVisits(deps, round, await stores.trainings.enrolments(round.training));
    await stores.rounds.markOpen(round.id, { questionnaire: 't1.1', instructors: [] }, byTest);
    await seen();
    for (const index of places.keys()) {
      now = new Date(now.getTime() + 3_600_000);
      if (story.runs[run]?.[index]?.late === false) await answer(round, run, index);
    }
    await seen();
    await change(run, 'open');
    now = new Date(round.dueAt.getTime() + 60_000);
    const opened = (await stores.rounds.byId(round.id)) ?? round;
    await stores.visits.expire(round.id, now);
    await freezeResult(deps, opened);
    await stores.rounds.markClosed(round.id, byTest);
    await stores.rounds.markAnnounced(round.id, 1, byTest);
    await seen();
    for (const index of places.keys()) {
      if (story.runs[run]?.[index]?.late === true) await answer(round, run, index);
    }
    await refreezeIfEnough(deps, opened);
    await seen();
    await change(run, 'closed');
  }
};

import { beforeAll, expect, test } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { Refusal } from '../../../src/domain/kernel/refusal.ts';
import { defaultSettings as settings } from '../../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../../src/domain/kernel/working-calendar.ts';
import { answerAfterAll, declineVisit } from '../../../src/domain/responses/decline-visit.ts';
import {
  answerLater,
  didNotAttend,
  onLeave,
  takeBackExcuse,
} from '../../../src/domain/responses/put-off-visit.ts';
import { recoverRound } from '../../../src/domain/responses/recover-visits.ts';
import { createResponseKeys } from '../../../src/domain/responses/response-keys.ts';
import { aRound, aTraining, at, aVisit } from '../../store/samples.ts';
import { byTest } from '../../support/by-test.ts';
import { dieAtWrite } from '../../support/die-at-write.ts';
import { times } from '../../support/how-often.ts';
import { questionnaires } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const zone = 'Asia/Shanghai';
const responseKeys = createResponseKeys('a secret of at least thirty-two characters');
const calendar = createWorkingCalendar('weekdays');
const clock = { now: () => at('10T01:00') };
let logged: unknown[] = [];
const note = (fields: object) => void logged.push(fields);
const log = { debug: note, info: note, warn: note, error: note };
const deps = () => ({ ...stores(), questionnaires, responseKeys, settings, calendar, clock, log });

const training = aTraining();
let used = 0;
beforeAll(async () => {
  const { people, trainings } = stores();
  const staff = await people.appear('staff@contoso.example', 'Staff');
  await people.grant(staff.id, { role: 'trainingStaff' }, byTest);
  await trainings.save(training, byTest);
});

/** Somebody, alone in a round, who has left a page, or handed in. */
const given = async (complete: boolean) => {
  used += 1;
  const { rounds, visits, responses, deliveries } = stores();
  const planned = aRound({ occurrence: used });
  await rounds.plan(planned, byTest);
  await rounds.markOpen(planned.id, { questionnaire: 't1.1', instructors: [] }, byTest);
  const round = (await rounds.byId(planned.id)) ?? expect.fail();
  const person = `said-${used}` as PersonId;
  const visit = aVisit({ round: round.id, training: training.code, person });
  await visits.open([visit]);
  const response = responseKeys.response(person, training.code, round.kind, round.occurrence);
  const page = { page: 'content', revision: 1, answers: { 'd1-depth': 4 }, room: 100 };
  await responses.append({ id: response, round: round.id, source: 'teams', page, complete });
  const answered = { channel: 'teams', recordedBy: person, pagesSaved: 1 } as const;
  await visits.markStarted(visit.id, at('05T01:00'), 1, 1);
  if (complete) await visits.markAnswered(visit.id, at('05T01:00'), answered);
  const now = async (): Promise<string> => {
    const { state, excuse } = (await visits.byId(visit.id)) ?? expect.fail();
    const { withdrawn } = (await responses.byId(response)) ?? expect.fail();
    return `${excuse ?? state}, ${withdrawn ? 'taken back' : 'stands'}`;
  };
  /** The absences that staff are told of. */
  const told = async (): Promise<readonly number[]> => {
    const numbers = [1, 2, 3, 4, 5].map((number) => ({
      kind: 'not-attended' as const,
      visit: visit.id,
      number,
    }));
    return (await deliveries.about(numbers)).map(({ subject }) => subject.number);
  };
  return { person, id: visit.id, round, now, told };
};

type Given = Awaited<ReturnType<typeof given>>;
const presses = {
  absent: ({ person, id }: Given) => didNotAttend(deps(), person, id),
  attended: ({ person, id }: Given) => takeBackExcuse(deps(), person, id),
  onLeave: ({ person, id }: Given) => onLeave(deps(), person, id, '2026-03-30', zone),
  later: ({ person, id }: Given) => answerLater(deps(), person, id, zone),
  decline: ({ person, id }: Given) => declineVisit(deps(), person, id),
  afterAll: ({ person, id }: Given) => answerAfterAll(deps(), person, id),
};
type Press = keyof typeof presses;

/** How it stands after a press on a visit that stood so before any. */
const after = (press: Press | undefined, first: string): string => {
  if (press === 'absent') return 'did-not-attend, taken back';
  if (press === 'onLeave') return 'on-leave, stands';
  return `${press === 'decline' ? 'declined' : first}, stands`;
};

/** Pressed again on an old card, what has come about already is only shown. */
const again = async (press: Press, one: Given): Promise<void> => {
  try {
    await presses[press](one);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

/** How it stood first, and what is pressed; while the last is taken the process dies. */
const stories: readonly { readonly first: 'started' | 'answered'; readonly path: readonly Press[] }[] = [
  { first: 'started', path: ['absent', 'attended'] },
  { first: 'answered', path: ['absent'] },
  { first: 'started', path: ['decline', 'afterAll'] },
  { first: 'answered', path: ['absent', 'attended'] },
  { first: 'started', path: ['absent', 'attended', 'absent'] },
  { first: 'started', path: ['onLeave', 'attended'] },
  { first: 'started', path: ['onLeave'] },
  { first: 'started', path: ['later'] },
  { first: 'started', path: ['decline'] },
];

test.each(stories.slice(0, times(3, stories.length)))(
  'killed after any write of the last of $path ($first): recovered, all or nothing of it; pressed again, all; never damage',
  async ({ first, path }) => {
    const last = path.at(-1) ?? 'later';
    logged = [];
    for (let nth = 1, died = true; died; nth += 1)
      for (const isRecovered of [true, false]) {
        const one = await given(first === 'answered');
        for (const press of path.slice(0, -1)) await presses[press](one);
        const stood = await one.now();
        expect(stood).toBe(after(path.at(-2), first));
        died = await dieAtWrite(nth, 'after', () => presses[last](one));
        if (isRecovered) await recoverRound(deps(), one.round);
        if (isRecovered) expect([stood, after(last, first)]).toContain(await one.now());
        await again(last, one);
        await recoverRound(deps(), one.round);
        expect(await one.now()).toBe(after(last, first));
        expect(await one.told()).toHaveLength(last === 'absent' ? 1 : 0);
      }
    expect(logged).toEqual([]);
  },
);

test('taken back while a tick recovers what it read just before, the answers stand', async () => {
  const one = await given(false);
  await presses.absent(one);
  const { responses } = stores();
  // It dies when the ledger asks again, and the person presses once more while the round is being recovered.
  await dieAtWrite(1, 'after', () => presses.attended(one));
  const slow = {
    ...deps(),
    responses: {
      ...responses,
      byIds: async (ids: Parameters<typeof responses.byIds>[0]) => {
        const read = await responses.byIds(ids);
        await presses.attended(one);
        return read;
      },
    },
  };
  await recoverRound(slow, one.round);
  expect(await one.now()).toBe('started, stands');
});

test('taken back from the card of a visit that another counts for, that other waits again', async () => {
  const one = await given(false);
  const { visits } = stores();
  const card = aVisit({ round: one.round.id, training: training.code, person: 'old' as PersonId });
  await visits.open([card]);
  await visits.endAs(card, one.id, byTest);
  await visits.passTo(card.id, one.person, byTest);
  await presses.absent(one);
  await presses.attended({ ...one, id: card.id });
  expect(await one.now()).toBe('started, stands');
});

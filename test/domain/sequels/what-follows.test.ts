import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Round } from '../../../src/domain/followups/round.ts';
import { drawn } from '../../support/how-often.ts';
import { modelOfCorrections, type Stage } from '../../support/model-of-corrections.ts';
import { type Playing, playCorrections, type Roster } from '../../support/play-corrections.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

// The model is docs/WHAT-FOLLOWS.md, written out in test/support/model-of-corrections.ts.

const stores = useTestStores();

type Step =
  | { readonly kind: 'roster'; readonly roster: Roster; readonly slip: boolean }
  | { readonly kind: 'answer'; readonly person: number }
  | { readonly kind: 'days'; readonly days: number };

const anyRoster: fc.Arbitrary<Roster> = fc.record({
  end: fc.constantFrom('2026-08-14', '2026-08-14', '2026-08-07', '2026-08-11', '2026-08-19', '2026-08-28'),
  withdrawn: fc.tuple(...[0, 1, 2].map(() => fc.nat({ max: 3 }).map((one) => one === 0))) as fc.Arbitrary<
    boolean[]
  >,
  cancelled: fc.nat({ max: 4 }).map((one) => one === 0),
});
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('roster'), roster: anyRoster, slip: fc.boolean() }),
  fc.record({ kind: fc.constant('answer'), person: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('days'), days: fc.constantFrom(1, 1, 3, 7) }),
);

const stageOf = ({ state, questionnaire }: Round): Stage =>
  state === 'planned' ? (questionnaire === undefined ? 'before' : 'waits') : state;

const minute = 60_000;
/** So long after a correction that whoever is to hear of it has. */
const settled = 15 * minute;

const days = (count: number): Step => ({ kind: 'days', days: count });
const roster = (end: string, away: boolean, cancelled: boolean): Step => ({
  kind: 'roster',
  roster: { end, withdrawn: [away, away, away], cancelled },
  slip: false,
});
const [friday, saturday] = [days(4), days(1)];
const monday = [days(1), days(1)];
const asFirst: Roster = { end: '2026-08-11', withdrawn: [false, true, true], cancelled: false };

/** On a Saturday, when nobody can be told yet: cancelled, and then not, but moved, and they withdrawn, or not. */
const foundBefore: [Roster, Step[]][] = [true, false].map((away) => [
  asFirst,
  [friday, saturday, roster('2026-08-14', away, true), roster('2026-08-14', away, false), ...monday],
]);

test('whatever is corrected at whatever stage, everybody was told last what is so now, and counts once', async () => {
  await fc.assert(
    fc.asyncProperty(anyRoster, fc.array(anyStep, { minLength: 3, maxLength: 9 }), async (roster, steps) => {
      // Monday, 10:00.
      const playing = await playCorrections(stores(), new Date('2026-08-10T10:00:00+08:00'));
      const model = modelOfCorrections();
      const imports = async (next: Roster): Promise<void> => {
        await playing.imports(next);
        model.imports(next, playing.now());
      };
      const passes = async (ms: number): Promise<void> => {
        const until = new Date(playing.now().getTime() + ms);
        await playing.passes(until);
        model.passes(until);
      };
      await imports({ ...roster, cancelled: false });
      await passes(settled);
      for (const step of steps) {
        if (step.kind === 'roster') {
          // A slip is put right before anybody heard of it.
          if (step.slip) await imports(step.roster);
          await imports(step.roster);
          await passes(settled);
        } else if (step.kind === 'days') await passes(step.days * 24 * 60 * minute);
        else if (await playing.answers(step.person)) model.answers(step.person);
        await holds(playing, model);
      }
    }),
    { ...drawn(6), examples: foundBefore },
  );
});

const asking: ReadonlySet<string | undefined> = new Set(['invited', 'asked-again', 'moved', 'begins']);

const holds = async (playing: Playing, model: ReturnType<typeof modelOfCorrections>): Promise<void> => {
  const round = await playing.round();
  if (round === undefined) throw new Error('there is no round');
  expect(stageOf(round)).toBe(model.stage);
  const result = await playing.result();
  if (model.stage === 'closed') {
    expect(result).toBeDefined();
    const counting = (await playing.visits()).filter(({ excuse }) => excuse !== 'withdrawn');
    const answered = counting.filter(({ state }) => state === 'answered').length;
    expect({ due: counting.length, answered }).toEqual(model.counted);
    return;
  }
  expect(result).toBeUndefined();
  if (model.stage === 'missed' || model.stage === 'before') return;
  if (model.stage !== 'cancelled') expect(round.dueDate).toBe(model.due);
  const visits = await playing.visits();
  expect(visits).toHaveLength(model.asked.size);
  // Nothing is delivered at weekends: what is so now is told on Monday.
  if (playing.now().getDay() % 6 === 0) return;
  for (const [number, person] of (await playing.ids()).entries()) {
    const told = playing.told(person);
    expect(told.filter(({ what }) => what === 'invited').length).toBeLessThanOrEqual(1);
    const last = told.at(-1);
    if (last === undefined) continue;
    if (model.isAway(number)) expect(['cancelled', 'withdrawn']).toContain(last.what);
    else if (model.stage === 'waits') expect(last).toEqual({ what: 'not-yet', day: model.opensOn });
    else expect([asking.has(last.what), last.day]).toEqual([true, model.due]);
  }
};

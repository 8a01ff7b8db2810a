import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { cardAction } from '../../../src/teams/card-actions/card-action.ts';
import { command } from '../../../src/teams/commands/command.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';

/** Which stores are within reach. */
const storesOn = (on: object): string => {
  const all = Object.keys(office.stores);
  return Object.keys(on)
    .filter((name) => all.includes(name))
    .sort()
    .join(' ');
};

const probe = command({
  name: 'probe',
  words: { zh: ['探头'], en: ['probe'] },
  permission: 'help',
  answersIn: 'place',
  places: ['personal'],
  uses: ['rounds', 'visits'],
  run: async (_call, on) => {
    await on.rounds.open();
    // @ts-expect-error: a store it does not name
    return { text: `${storesOn(on)} ${typeof on.people}` };
  },
});

const probeAction = cardAction({
  verb: 'probe',
  schema: z.object({}).strict(),
  uses: ['results'],
  run: async (_press, on) => {
    // @ts-expect-error: a store it does not name
    const undeclared: unknown = on.responses;
    return { message: `${storesOn(on)} ${typeof undeclared}` };
  },
});

let office: OfficeUnderTest;
beforeAll(async () => {
  office = await startOffice({ parts: { extraCommands: () => [probe] } });
});
afterAll(async () => {
  await office?.close();
});

test('a command reaches the stores it names and no others', async () => {
  await office.staff.says('/probe');
  expect(office.staff.chat.texts.at(-1)).toBe('rounds visits undefined');
});

test('a card action reaches the stores it names and no others', async () => {
  const press = {} as Parameters<NonNullable<ReturnType<typeof probeAction.prepare>>>[0];
  expect(await probeAction.prepare({})?.(press, office.running.desk)).toEqual({
    message: 'results undefined',
  });
});

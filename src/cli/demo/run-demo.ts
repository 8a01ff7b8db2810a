import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../../config/read-config.ts';
import { readRosterFile } from '../../documents/roster-file.ts';
import type { By } from '../../domain/audit/by.ts';
import { realClock } from '../../domain/kernel/clock.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { checkRoster } from '../../domain/rosters/check-roster.ts';
import { type Running, start } from '../../main.ts';
import { teamChannelAddress } from '../../teams/bot/teams-address.ts';
import { localSecret } from '../local-secret.ts';
import { chairs } from './chairs.ts';
import { demoCommand } from './demo-command.ts';
import { atTheKeyboard, demoTenant, everybody, liNa } from './demo-people.ts';
import type { DemoState } from './demo-state.ts';
import { createMovedClock } from './moved-clock.ts';
import { connectorOf, demoBot, demoChannel, type Playground, startPlayground } from './playground.ts';
import { demoZone } from './speak-as.ts';
import { startSwitchboard } from './switchboard.ts';
import { refuseTakenPort } from './taken-port.ts';

export interface DemoOptions {
  readonly language: Language;
  readonly folder: string;
  readonly botPort: number;
  readonly playgroundPort: number;
  /** Go on with what is in the folder instead of beginning afresh. */
  readonly keep: boolean;
  readonly logLevel: 'silent' | 'info' | 'warn';
}

export interface Demo {
  readonly running: Running;
  readonly playground: Playground;
  stop(): Promise<void>;
}

/** The Monday after the sample course's end, when its first round opens. */
const beginning = new Date('2026-08-17T01:00:00Z');

/** Bot, database and Playground with the sample course; the first questionnaire waits in the chat when this resolves. */
export const runDemo = async (options: DemoOptions): Promise<Demo> => {
  await refuseTakenPort(options.botPort);
  await refuseTakenPort(options.playgroundPort);
  if (!options.keep) await rm(options.folder, { recursive: true, force: true });
  const clock = createMovedClock(join(options.folder, 'clock.json'), realClock, beginning);
  const state: DemoState = { language: options.language, chair: chairs[0] };
  const switchboard = await startSwitchboard({
    port: options.botPort,
    connector: connectorOf(options.playgroundPort),
    voice: () => ({ person: state.chair.person, language: state.language }),
  });
  const running = await start(configOf(options, state), {
    clock,
    closingPauseMs: 0,
    extraCommands: (current) => [demoCommand({ running: current, clock, switchboard, state })],
    auth: { kind: 'local', botId: demoBot.id },
  });
  switchboard.connect(running.url);
  const playground = await startPlayground({
    botEndpoint: `${switchboard.url}/api/messages`,
    port: options.playgroundPort,
    folder: options.folder,
  });
  const chosen = {
    address: teamChannelAddress({
      ...demoChannel,
      tenantId: demoTenant,
      serviceUrl: switchboard.serviceUrl,
    }),
    name: demoChannel.name,
    chosenAt: clock.now(),
  };
  const by = { who: { commandLine: true }, at: clock.now() } as const;
  await running.office.stores.departmentAddress.choose(chosen, by);
  await playground.installBot();
  await Promise.all(everybody.filter((one) => one !== atTheKeyboard).map(switchboard.install));
  await giveRoles(running);
  await importSample(running);
  await running.runTicks();
  return {
    running,
    playground,
    stop: async () => {
      await playground.close();
      await switchboard.close();
      await running.stop();
    },
  };
};

/** The organisation speaks the language last chosen: its channel's cards name the buttons that a chair's words name. */
const configOf = (options: DemoOptions, state: DemoState) => {
  const read = readConfig(
    {
      DATA_FOLDER: options.folder,
      ANSWER_SECRET: localSecret(options.folder),
      FIRST_STAFF_ID: liNa.id,
      // Any free one: the switchboard has the bot's.
      PORT: '0',
      LOG_LEVEL: options.logLevel,
      ORGANISATION_TIME_ZONE: demoZone,
      ORGANISATION_LANGUAGE: options.language,
    },
    'local',
  );
  if (!read.ok) throw new Error(`demo configuration: ${read.variables.map(({ name }) => name).join(', ')}`);
  const { config } = read;
  const organisation = {
    ...config.settings.organisation,
    get language() {
      return state.language;
    },
  };
  return { ...config, settings: { ...config.settings, organisation } };
};

const giveRoles = async ({ office, deps }: Running): Promise<void> => {
  const by: By = { who: { configuration: true }, at: deps.clock.now() };
  for (const { person, given } of chairs) {
    if (given === undefined) continue;
    const { id } = await office.stores.people.appear(person.email, person.name);
    await office.stores.people.grant(id, given, by);
  }
};

const importSample = async (running: Running): Promise<void> => {
  const file = resolve(import.meta.dirname, '../../../demo/roster.csv');
  const read = await readRosterFile(await readFile(file));
  const { rows } = 'table' in read ? checkRoster(read.table, demoZone) : { rows: [] };
  await running.office.importRoster(rows, 'roster.csv');
};

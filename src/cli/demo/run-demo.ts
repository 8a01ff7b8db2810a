import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../../config/read-config.ts';
import { readRosterFile } from '../../documents/roster-file.ts';
import { realClock } from '../../domain/kernel/clock.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { Stores } from '../../domain/stores.ts';
import { checkRoster } from '../../domain/trainings/check-roster.ts';
import { type Running, start } from '../../main.ts';
import { localSecret } from '../local-secret.ts';
import { type DemoState, demoCommand } from './demo-command.ts';
import { atTheKeyboard, demoTenant } from './demo-people.ts';
import { createMovedClock } from './moved-clock.ts';
import { demoChannel, type Playground, startPlayground } from './playground.ts';
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
const timeZone = 'Asia/Shanghai';

/** Bot, database and Playground with the sample course; the first questionnaire waits in the chat when this resolves. */
export const runDemo = async (options: DemoOptions): Promise<Demo> => {
  await refuseTakenPort(options.botPort);
  await refuseTakenPort(options.playgroundPort);
  if (!options.keep) await rm(options.folder, { recursive: true, force: true });
  const clock = createMovedClock(join(options.folder, 'clock.json'), realClock, beginning);
  const state: DemoState = { language: options.language };
  const running = await start(configOf(options), {
    clock,
    closingPauseMs: 0,
    wrapStores: (stores) => speakingFor(stores, state),
    extraCommands: (current) => [demoCommand(current, clock, state)],
    auth: { kind: 'local', botId: 'demo-bot' },
  });
  const playground = await startPlayground({
    botEndpoint: `${running.url}/api/messages`,
    port: options.playgroundPort,
    folder: options.folder,
  });
  await running.office.stores.channel.choose({
    ...demoChannel,
    tenantId: demoTenant,
    serviceUrl: playground.serviceUrl,
    chosenAt: clock.now(),
  });
  await playground.installBot();
  await importSample(running);
  await running.runTicks();
  return {
    running,
    playground,
    stop: async () => {
      await playground.close();
      await running.stop();
    },
  };
};

const configOf = (options: DemoOptions) => {
  const read = readConfig(
    {
      DATA_FOLDER: options.folder,
      ANSWER_SECRET: localSecret(options.folder),
      FIRST_STAFF_ID: atTheKeyboard.id,
      PORT: String(options.botPort),
      LOG_LEVEL: options.logLevel,
      ORGANISATION_TIME_ZONE: timeZone,
      ORGANISATION_LANGUAGE: options.language,
    },
    'local',
  );
  if (!read.ok) throw new Error(`demo configuration: ${read.variables.map(({ name }) => name).join(', ')}`);
  return read.config;
};

/** The Playground always says English and the machine's zone: the demo's people read and live as the demo says. */
const speakingFor = (stores: Stores, state: DemoState): Stores => ({
  ...stores,
  accounts: {
    ...stores.accounts,
    saw: (sighting) =>
      stores.accounts.saw({ ...sighting, locale: state.language === 'zh' ? 'zh-CN' : 'en-GB', timeZone }),
  },
});

const importSample = async (running: Running): Promise<void> => {
  const file = resolve(import.meta.dirname, '../../../demo/roster.csv');
  const read = readRosterFile(await readFile(file));
  const { rows } = 'table' in read ? checkRoster(read.table, timeZone) : { rows: [] };
  await running.office.importRoster(rows, 'roster.csv');
};

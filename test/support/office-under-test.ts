import { randomUUID } from 'node:crypto';
import type { Config, DatabasePlace } from '../../src/config/config.ts';
import type { ImportSummary } from '../../src/domain/imports/import-summary.ts';
import type { Clock } from '../../src/domain/kernel/clock.ts';
import type { Log } from '../../src/domain/kernel/log.ts';
import type { Settings } from '../../src/domain/kernel/settings.ts';
import { checkRoster } from '../../src/domain/rosters/check-roster.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { type Parts, type Running, start } from '../../src/main.ts';
import { openTestDatabase } from './database.ts';
import { officeConfig } from './office-config.ts';
import { type RosterLine, rosterTable } from './roster-lines.ts';
import type { Channel } from './teams-tenant/channel.ts';
import type { Person } from './teams-tenant/person.ts';
import type { TeamsTenant } from './teams-tenant/tenant.ts';
import { startTeamsTenant } from './teams-tenant.ts';

/** The product's clock in a test: it stands still until it is moved. */
export interface TestClock extends Clock {
  time: Date;
}

export interface LogLine {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The whole product on real parts in a fake tenant, and the people it serves. */
export interface OfficeUnderTest {
  readonly tenant: TeamsTenant;
  readonly running: Running;
  readonly stores: Stores;
  readonly clock: TestClock;
  readonly log: readonly LogLine[];
  /** The training staff's first member; has the bot. */
  readonly staff: Person;
  /** Moves the clock to this moment (`2026-08-17T09:00+08:00`) and lets everything happen that happens by itself. */
  at(moment: string): Promise<void>;
  /** Somebody of the tenant who has the bot. */
  person(about: Parameters<TeamsTenant['person']>[0]): Promise<Person>;
  /** A team with this channel, chosen for results by the staff member. */
  chooseChannel(name: string): Promise<Channel>;
  /** Imports these lines as a roster file; throws when a line is bad. */
  imports(lines: readonly RosterLine[]): Promise<ImportSummary>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  /** Where the clock stands first. Default: Friday 2026-08-14, 10:00 in Shanghai. */
  readonly at?: string;
  readonly tenant?: TeamsTenant;
  /** Default: an embedded database of its own, gone when closed. */
  readonly database?: DatabasePlace;
  readonly staff?: Person;
  readonly settings?: Partial<Settings>;
  /** The organisation's own questionnaires. */
  readonly questionnairesFolder?: string;
  /** Whatever else the configuration is to say. */
  readonly config?: Partial<Config>;
  readonly parts?: Partial<Parts>;
}

export const startOffice = async (options: OfficeOptions = {}): Promise<OfficeUnderTest> => {
  const tenant = options.tenant ?? (await startTeamsTenant());
  const own = options.database === undefined ? await openTestDatabase() : undefined;
  const database: DatabasePlace =
    own === undefined
      ? (options.database as DatabasePlace)
      : { kind: 'server', uri: own.uri, name: own.dbName };
  const clock: TestClock = {
    time: new Date(options.at ?? '2026-08-14T10:00+08:00'),
    now: () => clock.time,
  };
  const log: LogLine[] = [];
  const staffId = options.staff?.aadObjectId ?? randomUUID();
  const auth = tenant.botAuth();
  const config: Config = {
    ...officeConfig(auth, database, {
      firstStaff: staffId,
      ...(options.settings === undefined ? {} : { settings: options.settings }),
      ...(options.questionnairesFolder === undefined
        ? {}
        : { questionnairesFolder: options.questionnairesFolder }),
    }),
    ...options.config,
  };
  const running = await start(config, {
    clock,
    closingPauseMs: 0,
    schedule: false,
    ...(config.bot.kind === 'local'
      ? {}
      : { auth: { ...config.bot, parameters: auth.parameters, credentials: auth.credentials } }),
    log: logInto(log),
    ...options.parts,
  });
  tenant.connect(`${running.url}/api/messages`);

  const person: OfficeUnderTest['person'] = async (about) => {
    const made = tenant.person(about);
    await made.installs();
    return made;
  };
  const staff =
    options.staff ?? (await person({ name: '周敏', email: 'zhou.min@example.com', aadObjectId: staffId }));
  return {
    tenant,
    running,
    stores: running.office.stores,
    clock,
    log,
    staff,
    person,
    async at(moment) {
      clock.time = new Date(moment);
      await running.runTicks();
    },
    async chooseChannel(name) {
      const team = tenant.team({ name: '培训部', members: [staff], channels: [name] });
      await team.installs();
      const channel = team.channel(name);
      await staff.saysIn(channel, '/here', { mention: true });
      return channel;
    },
    async imports(lines) {
      const { rows, problems } = checkRoster(rosterTable(lines), 'Asia/Shanghai');
      if (problems.length > 0) throw new Error(`the roster is bad: ${JSON.stringify(problems)}`);
      return running.office.importRoster(rows, 'roster.csv');
    },
    async close() {
      await running.stop();
      await own?.close();
      if (options.tenant === undefined) await tenant.close();
    },
  };
};

const logInto = (lines: LogLine[]): Log => {
  const write = (level: keyof Log) => (fields: LogLine['fields'], message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
};

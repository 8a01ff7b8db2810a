import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { resultsChannel } from '../../wording/demo-chair-words.ts';
import { atTheKeyboard, type DemoPerson, demoTenant, otherPeople } from './demo-people.ts';

export interface Playground {
  readonly url: string;
  /** Tells the bot that it was installed, for whoever sits at the keyboard and for the team. */
  installBot(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The Playground's own default: its page receives what waited for it before it has read our configuration, and stops
 * receiving for good at a chat it does not know.
 */
export const personalChat = 'c0e99c14-3c0b-4bea-ad1d-477dd327eb6f@test.user';
export const demoChannel = {
  teamId: 'demo-team',
  channelId: 'demo-channel',
  name: resultsChannel,
} as const;
export const demoBot = { id: 'demo-bot', name: '回访 Follow-up' } as const;
const readyWithinMs = 30_000;

/** Starts Microsoft's Agents Playground with our six people, pointed at the bot. It listens on every interface and cannot be told otherwise. */
export const startPlayground = async (options: {
  readonly botEndpoint: string;
  readonly port: number;
  readonly folder: string;
}): Promise<Playground> => {
  mkdirSync(options.folder, { recursive: true });
  writeFileSync(
    join(options.folder, '.m365agentsplayground.yml'),
    JSON.stringify(playgroundConfig(), null, 2),
  );
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const child = spawn(
    process.execPath,
    [
      cli,
      'start',
      '-e',
      options.botEndpoint,
      '-c',
      'msteams',
      '-p',
      String(options.port),
      '--disable-telemetry',
    ],
    {
      cwd: options.folder,
      stdio: 'ignore',
      env: { PATH: dirname(process.execPath), TEAMSAPPTESTER_BROWSER: 'none' },
    },
  );
  const url = urlOf(options.port);
  await untilReady(url, child);
  return {
    url,
    installBot: () => installBot(url),
    close: async () => {
      child.kill('SIGTERM');
    },
  };
};

const untilReady = async (url: string, child: ChildProcess): Promise<void> => {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/_debug/ping`).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(150);
  }
  child.kill('SIGKILL');
  throw new Error(
    'The Agents Playground did not start; its own log is in the devTools folder of the demo data.',
  );
};

const installBot = async (url: string): Promise<void> => {
  await post(`${url}/_debug/conversation/${personalChat}/installation`, {});
  const template = `${url}/_internal/v1/customActivities/template?conversationId=${demoChannel.teamId}&type=install`;
  await post(`${url}/_internal/v1/customActivities`, await (await fetch(template)).json());
};

const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Where the Playground on this port plays the Bot Connector. */
export const connectorOf = (port: number): string => `${urlOf(port)}/_connector`;

const post = async (url: string, body: unknown): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`The Agents Playground answered ${answer.status} to ${new URL(url).pathname}.`);
};

const playgroundConfig = () => ({
  version: '0.1.1',
  tenantId: demoTenant,
  bot: demoBot,
  currentUser: playgroundUser(atTheKeyboard),
  users: otherPeople.map(playgroundUser),
  personalChat: { id: personalChat },
  groupChat: { id: 'demo-group-chat', name: '小组 Group' },
  team: {
    id: demoChannel.teamId,
    name: '培训部 Training',
    aadGroupId: '00000000-0000-4000-8000-0000000000aa',
    channels: [{ id: demoChannel.channelId, name: demoChannel.name }],
  },
});

const playgroundUser = (person: DemoPerson) => ({
  id: person.id,
  name: person.name,
  userPrincipleName: person.email,
  aadObjectId: person.id,
  givenName: person.givenName,
  surname: person.surname,
  email: person.email,
});

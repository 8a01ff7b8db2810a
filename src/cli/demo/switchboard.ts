import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { isFromThisMachine } from '../../web/only-loopback.ts';
import { type DemoPerson, demoTenant, everybody } from './demo-people.ts';
import { demoBot, personalChat } from './playground.ts';
import { chatOf, habitsOf, identityOf, type SpokenActivity, speakAs, type Voice } from './speak-as.ts';

/**
 * Stands where Teams would, between the Playground and the bot. The Playground has one user and one personal chat;
 * here everybody has their own, and what is said in the Playground is said by whoever sits at the keyboard.
 */
export interface Switchboard {
  readonly url: string;
  /** Where the bot sends what it has to say. */
  readonly serviceUrl: string;
  /** From now on what is said reaches this bot. */
  connect(bot: string): void;
  /** Lets the bot know that it is installed for somebody, and how they live by now. */
  install(person: DemoPerson): Promise<void>;
  close(): Promise<void>;
}

export interface SwitchboardParts {
  readonly port: number;
  /** Where the Playground plays the Bot Connector. */
  readonly connector: string;
  /** Who sits at the keyboard. */
  readonly voice: () => Voice;
}

/** Messages to empty chairs are taken and shown to nobody; this begins their ids. */
const unseen = 'unseen-';
const conversations = '/_connector/v3/conversations';

export const startSwitchboard = async (parts: SwitchboardParts): Promise<Switchboard> => {
  const url = `http://127.0.0.1:${parts.port}`;
  const serviceUrl = `${url}/_connector`;
  let bot = '';
  const server = createServer((request, response) => {
    if (!isFromThisMachine(request)) return answer(response, 403, {});
    const path = request.url ?? '';
    const connected =
      path === '/api/messages'
        ? toBot(`${bot}${path}`, serviceUrl, parts.voice(), request, response)
        : toPeople(parts, path, request, response);
    connected.catch(() => answer(response, 502, {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', resolve);
  });
  return {
    url,
    serviceUrl,
    connect: (there) => {
      bot = there;
    },
    install: async (person) => {
      const activity = installationOf(person, parts.voice(), serviceUrl);
      await fetch(`${bot}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const toBot = async (
  url: string,
  serviceUrl: string,
  voice: Voice,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const spoken = speakAs((await json(request)) as SpokenActivity, voice, serviceUrl);
  await passOn(url, request, JSON.stringify(spoken), response);
};

const toPeople = async (
  parts: SwitchboardParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!path.startsWith('/_connector/')) return answer(response, 404, {});
  const body = await text(request);
  const toPlayground = (there: string) =>
    passOn(parts.connector + there.slice('/_connector'.length), request, body, response);
  if (path === conversations) {
    const member = everybody.find(({ id }) => id === JSON.parse(body).members?.[0]?.id);
    return member === undefined ? toPlayground(path) : answer(response, 201, { id: chatOf(member) });
  }
  const [chat = '', what = '', id = ''] = path.slice(conversations.length + 1).split('/');
  const owner = everybody.find((person) => chatOf(person) === decodeURIComponent(chat));
  if (owner === undefined) return toPlayground(path);
  if (what === 'members') return answer(response, 200, memberOf(owner));
  // An answer to what was typed here comes here, whoever has sat down meanwhile; so does a card's next state.
  const isSeen = id === '' ? owner === parts.voice().person : !id.startsWith(unseen);
  if (isSeen) return toPlayground(path.replace(chat, encodeURIComponent(personalChat)));
  return answer(response, 200, { id: id === '' ? `${unseen}${randomUUID()}` : id });
};

const passOn = async (
  url: string,
  { method = 'GET', headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> => {
  const answered = await fetch(url, {
    method,
    headers: { 'content-type': headers['content-type'] ?? 'application/json' },
    ...(body === '' ? {} : { body }),
  });
  response.writeHead(answered.status, {
    'content-type': answered.headers.get('content-type') ?? 'application/json',
  });
  response.end(await answered.text());
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  // Two calls: restify, loaded in the same process, has taught every response to return nothing here.
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const memberOf = (person: DemoPerson) => ({
  ...identityOf(person),
  givenName: person.givenName,
  surname: person.surname,
  email: person.email,
  userPrincipalName: person.email,
  tenantId: demoTenant,
});

/** What Teams would send when the bot is added for somebody. */
const installationOf = (person: DemoPerson, { language }: Voice, serviceUrl: string) => ({
  type: 'installationUpdate',
  action: 'add',
  id: `${unseen}${randomUUID()}`,
  channelId: 'msteams',
  serviceUrl,
  from: identityOf(person),
  recipient: demoBot,
  conversation: { id: chatOf(person), conversationType: 'personal', tenantId: demoTenant },
  channelData: { tenant: { id: demoTenant } },
  ...habitsOf(language),
});

import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chenGang, type DemoPerson, linXiao, wangMei } from '../../../src/cli/demo/demo-people.ts';
import { personalChat } from '../../../src/cli/demo/playground.ts';
import { chatOf } from '../../../src/cli/demo/speak-as.ts';
import { type Switchboard, startSwitchboard } from '../../../src/cli/demo/switchboard.ts';
import type { Language } from '../../../src/domain/kernel/text.ts';
import { freePort } from '../../support/free-port.ts';
import { type HttpServer, serveOnLoopback } from '../../support/teams-tenant/http-server.ts';

interface Heard {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

let bot: HttpServer;
let playground: HttpServer;
let switchboard: Switchboard;
let port: number;
let atBot: Heard[];
let atPlayground: Heard[];
let voice: { person: DemoPerson; language: Language };

const listen = (heard: Heard[]) =>
  serveOnLoopback(async ({ path, body }) => {
    heard.push({ path: decodeURIComponent(path), body: body === '' ? {} : JSON.parse(body) });
    return { status: 201, body: { id: 'seen-1' } };
  });

const post = async (path: string, body: unknown): Promise<{ id?: string; email?: string }> => {
  const answer = await fetch(`${switchboard.url}${path}`, {
    method: path.includes('members') ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(path.includes('members') ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as { id?: string; email?: string };
};
const inChat = (person: DemoPerson, rest: string) =>
  `/_connector/v3/conversations/${encodeURIComponent(chatOf(person))}/${rest}`;

beforeEach(async () => {
  atBot = [];
  atPlayground = [];
  [bot, playground] = await Promise.all([listen(atBot), listen(atPlayground)]);
  voice = { person: chenGang, language: 'zh' };
  port = await freePort();
  switchboard = await startSwitchboard({
    port,
    connector: `${playground.origin}/_connector`,
    voice: () => voice,
  });
  switchboard.connect(bot.origin);
});
afterEach(async () => {
  await Promise.all([switchboard.close(), bot.close(), playground.close()]);
});

describe('the demo’s switchboard', () => {
  it('what is said at the keyboard is said by whoever sits there, in their own chat and language', async () => {
    await post('/api/messages', {
      type: 'message',
      from: { id: linXiao.id, aadObjectId: linXiao.id, name: linXiao.name },
      conversation: { id: personalChat, conversationType: 'personal' },
      serviceUrl: 'http://the.playground',
      locale: 'en-US',
    });
    expect(atBot[0]?.body).toMatchObject({
      from: { id: chenGang.id, aadObjectId: chenGang.id, name: chenGang.name },
      conversation: { id: chatOf(chenGang), conversationType: 'personal' },
      serviceUrl: switchboard.serviceUrl,
      locale: 'zh-CN',
    });
  });

  it('in the channel the presser is whoever sits at the keyboard, and the channel stays the channel', async () => {
    const conversation = { id: 'demo-channel;messageid=7', conversationType: 'channel' };
    await post('/api/messages', { type: 'invoke', from: { id: linXiao.id }, conversation });
    expect(atBot[0]?.body).toMatchObject({ from: { aadObjectId: chenGang.id }, conversation });
  });

  it('a message to whoever sits at the keyboard comes into the one chat there is', async () => {
    const sent = await post(inChat(chenGang, 'activities'), { text: 'hello' });
    expect(sent.id).toBe('seen-1');
    expect(atPlayground).toEqual([
      { path: `/_connector/v3/conversations/${personalChat}/activities`, body: { text: 'hello' } },
    ]);
  });

  it('a message to an empty chair is taken, and shown to nobody', async () => {
    const sent = await post(inChat(wangMei, 'activities'), { text: 'hello' });
    expect(sent.id).toMatch(/^unseen-/);
    await post(inChat(wangMei, `activities/${sent.id}`), { text: 'changed' });
    expect(atPlayground).toEqual([]);
  });

  it('the answer to what was typed is seen, although somebody else has sat down meanwhile', async () => {
    voice = { person: wangMei, language: 'en' };
    await post(inChat(chenGang, 'activities/typed-1'), { text: 'You are Wang Mei now' });
    expect(atPlayground).toHaveLength(1);
  });

  it('everybody has a chat of their own and an address', async () => {
    const opened = await post('/_connector/v3/conversations', { members: [{ id: wangMei.id }] });
    expect(opened.id).toBe(chatOf(wangMei));
    expect((await post(inChat(wangMei, `members/${wangMei.id}`), undefined)).email).toBe(wangMei.email);
    await switchboard.install(wangMei);
    expect(atBot[0]?.body).toMatchObject({ type: 'installationUpdate', from: { aadObjectId: wangMei.id } });
    expect(atPlayground).toEqual([]);
  });

  it('a web page whose name was pointed at this machine is turned away', async () => {
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', 'content-type': 'application/json' };
      request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end('{}');
    });
    expect(status).toBe(403);
    expect(atBot).toEqual([]);
  });
});

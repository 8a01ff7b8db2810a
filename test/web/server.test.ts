import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/domain/kernel/log.ts';
import type { Served } from '../../src/web/serve.ts';
import { createWebServer, type WebServerParts } from '../../src/web/server.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const running: Served[] = [];

const start = async (parts: Partial<WebServerParts> = {}) => {
  const received: unknown[] = [];
  const server = createWebServer({
    port: 0,
    host: '127.0.0.1',
    botEndpoint: async (request, response) => {
      received.push(request.body);
      response.send(200, {});
    },
    readiness: async () => true,
    onlyLoopback: false,
    log: silent,
    ...parts,
  });
  running.push(server);
  const { url } = await server.listen();
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { url, post, received };
};

/** What the server says to bytes that no well-behaved client would send. */
const raw = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('the web server', () => {
  it('hands a JSON body to the bot endpoint', async () => {
    const { post, received } = await start();
    expect((await post('{"type":"message"}')).status).toBe(200);
    expect(received).toEqual([{ type: 'message' }]);
  });

  it('refuses compressed, multipart, form, oversized and broken bodies, and lives on', async () => {
    const { post, received } = await start();
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000)));
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('not gzip at all', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('x', { 'content-encoding': 'br' })).status).toBe(415);
    expect((await post('--x\r\n\r\n', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
      415,
    );
    expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post(`{"a":"${'x'.repeat(10_000_000)}"}`).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await post('{"a":')).status).toBe(400);
    expect(received).toEqual([]);
    expect((await post('{}')).status).toBe(200);
  });

  it('refuses an oversized body that does not announce its size', async () => {
    const { url, post, received } = await start();
    const chunk = 'x'.repeat(60_000);
    const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(6);
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(url, `${head}${chunks}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toEqual([]);
    expect((await post('{}')).status).toBe(200);
  });

  it('never tells outside what went wrong inside', async () => {
    const { post } = await start({
      botEndpoint: async () => {
        throw new Error('connection string mongodb://user:secret@db');
      },
    });
    const failed = await post('{}');
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('{"status":500}');
    const broken = await post('{"token":"abc",');
    expect(await broken.text()).toBe('{"status":400}');
  });

  it('answers health by itself and readiness by what stands behind it', async () => {
    const answers = [true, false];
    const { url } = await start({
      readiness: async () => {
        const next = answers.shift();
        if (next === undefined) throw new Error('gone');
        return next;
      },
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/nothing-here`)).status).toBe(404);
    expect((await fetch(`${url}/api/messages`)).status).toBe(405);
  });

  it('in local mode takes only requests under a loopback name', async () => {
    const { url, post } = await start({ onlyLoopback: true });
    expect((await post('{}')).status).toBe(200);
    const rebound = 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n';
    expect(await raw(url, rebound)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw(url, rebound.replace('evil.example', 'localhost:3978'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('refuses a taken port by name', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({ code: 'port-taken', port });
    running.length = 0;
    await new Promise((resolve) => other.close(resolve));
  });
});

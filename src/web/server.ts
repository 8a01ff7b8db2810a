import type { AddressInfo } from 'node:net';
import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import type { Log } from '../domain/kernel/log.ts';
import { maskErrors } from './mask-errors.ts';
import { refuseOtherMachines } from './only-loopback.ts';
import { PortTaken } from './port-taken.ts';
import type { MetricsPage } from './prometheus.ts';
import { largestBodyBytes, refuseEncodedAndOversized, requireJson } from './refuse-bodies.ts';

export interface WebServerParts {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Answers one bot activity; the body is parsed JSON of any shape. */
  readonly botEndpoint: (request: Request, response: Response) => Promise<void>;
  /** Whether the parts behind the server can work now; a throw means no. */
  readonly readiness: () => Promise<boolean>;
  /** Local mode: other machines are turned away. */
  readonly onlyLoopback: boolean;
  /** The figures at `/metrics`; without it there is no such page. */
  readonly metrics?: Pick<MetricsPage, 'text' | 'contentType'>;
  readonly log: Log;
}

export interface WebServer {
  /** Starts listening; throws `PortTaken` when another program has the port. */
  listen(): Promise<{ readonly url: string }>;
  /** Stops accepting, lets running requests finish, then resolves. */
  close(): Promise<void>;
}

/** `maxBodySize` is an option of the body reader inside; the typings know only the outer one's. */
const jsonOptions = { maxBodySize: largestBodyBytes, mapParams: false };

/** The one HTTP server: the bot's endpoint, the two health questions, and the figures for this machine. */
export const createWebServer = (parts: WebServerParts): WebServer => {
  const server = restify.createServer({ name: 'training-follow-up', handleUncaughtExceptions: false });
  limitTimes(server);
  maskErrors(server, parts.log);
  if (parts.onlyLoopback) server.pre(refuseOtherMachines);
  server.pre(refuseEncodedAndOversized);

  server.post(
    '/api/messages',
    requireJson,
    restify.plugins.jsonBodyParser(jsonOptions),
    async (request: Request, response: Response) => parts.botEndpoint(request, response),
  );
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const ready = await parts.readiness().catch(() => false);
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  });

  const { metrics } = parts;
  if (metrics !== undefined) {
    // Numbers only, yet nobody else's business: a collector runs on this machine.
    server.get('/metrics', refuseOtherMachines, async (_request: Request, response: Response) => {
      const text = await metrics.text();
      response.sendRaw(200, text, { 'content-type': metrics.contentType });
    });
  }

  return {
    listen: () => listen(server, parts),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
};

/** Teams waits 15 s for a message and 5 s for a pressed button; nobody honest needs longer to send one. */
const limitTimes = (server: Server): void => {
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 20_000;
  server.server.keepAliveTimeout = 5_000;
};

const listen = (server: Server, { port, host, log }: WebServerParts): Promise<{ readonly url: string }> =>
  new Promise((resolve, reject) => {
    const http = server.server;
    const failed = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    server.once('error', failed); // restify hands the HTTP server's errors on
    http.listen(port, host, () => {
      server.off('error', failed);
      server.on('error', (error: Error) => log.error({ error: error.message }, 'the HTTP server failed'));
      const address = http.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({ url: `http://${name}:${address.port}` });
    });
  });

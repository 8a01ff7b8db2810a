import type { Request, Response } from 'restify';
import restify from 'restify';
import type { Log } from '../domain/kernel/log.ts';
import { maskErrors } from './mask-errors.ts';
import { refuseOtherMachines } from './only-loopback.ts';
import { largestBodyBytes, refuseEncodedAndOversized, requireJson } from './refuse-bodies.ts';
import { type Served, serve } from './serve.ts';

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
  readonly log: Log;
}

/** `maxBodySize` is an option of the body reader inside; the typings know only the outer one's. */
const jsonOptions = { maxBodySize: largestBodyBytes, mapParams: false };

/** What the world may ask: the bot's endpoint and the two health questions. */
export const createWebServer = (parts: WebServerParts): Served => {
  const server = restify.createServer({ name: 'training-follow-up', handleUncaughtExceptions: false });
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

  return serve(server, parts);
};

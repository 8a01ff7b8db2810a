import type { Request, Response, Server } from 'restify';
import type { Log } from '../domain/kernel/log.ts';
import { problemOf } from '../domain/kernel/problem.ts';

interface HttpFailure {
  readonly statusCode?: number;
  toString?: () => string;
  toJSON?: () => unknown;
}

/** What goes wrong inside is logged here and never told outside: the answer is the status alone. */
export const maskErrors = (server: Server, log: Log): void => {
  server.on('restifyError', (request: Request, response: Response, error: HttpFailure, done: () => void) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      log.error({ status, path: request.path(), problem: problemOf(error) }, 'request failed');
    if (!response.headersSent) {
      response.header('Content-Type', 'application/json');
      response.sendRaw(status, JSON.stringify({ status }));
    }
    return done();
  });
};

import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import type { Log } from '../domain/kernel/log.ts';
import { PortTaken } from './port-taken.ts';

export interface Place {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly log: Log;
}

export interface Served {
  /** Starts listening; throws `PortTaken` when another program has the port. */
  listen(): Promise<{ readonly url: string }>;
  /** Stops accepting, lets running requests finish, then resolves. */
  close(): Promise<void>;
}

/** Puts a server with its routes at its place. */
export const serve = (server: Server, place: Place): Served => {
  limitTimes(server);
  return {
    listen: () => listen(server, place),
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

const listen = (server: Server, { port, host, log }: Place): Promise<{ readonly url: string }> =>
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

import { createServer } from 'node:net';
import { PortTaken } from '../../web/port-taken.ts';

/** Throws `PortTaken` when another program listens on this port. */
export const refuseTakenPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new PortTaken(port)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Who this process is, for whoever reads a log: machine, number, and what tells it from another that had the number. */
export const processName = (): string => `${hostname()}/${process.pid}/${randomUUID()}`;

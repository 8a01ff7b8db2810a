import type { Handler } from './mongo-command.ts';
import { largestMessage } from './wire-message.ts';

/** The replica set name clients are told. */
export const setName = 'embedded';

const maxBsonObjectSize = 16 * 1024 * 1024;

const hello: Handler = () => ({
  body: {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    setName,
    maxBsonObjectSize,
    maxMessageSizeBytes: largestMessage,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    ok: 1,
  },
});

const fine: Handler = () => ({ body: { ok: 1 } });

const version = { version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded'], bits: 64 };
const buildInfo: Handler = () => ({ body: { ...version, maxBsonObjectSize, ok: 1 } });

/** Commands about the server itself. */
export const adminCommands: Record<string, Handler> = {
  hello,
  ismaster: hello,
  ping: fine,
  endSessions: fine,
  buildInfo,
};

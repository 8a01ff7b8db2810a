import { Connection } from 'mongodb/lib/cmap/connection.js';

let isDone = false;

/**
 * The driver (mongodb 7.8 and 7.9) waits for ever when it writes to a socket that has just been cut off: it listens
 * for room and for errors, not for the end. One such write blocks whoever asked, and if it was the driver's own
 * heartbeat, the database is never found again. Here the write ends with its connection; the driver itself then
 * sees that the connection is closed, reports it and tries again where that does no harm.
 */
export const endWritesWithTheirConnection = (): void => {
  if (isDone) return;
  isDone = true;
  const { writeCommand } = Connection.prototype;
  Connection.prototype.writeCommand = async function (command, options) {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    this.once('close', resolve);
    try {
      await Promise.race([writeCommand.call(this, command, options), closed]);
    } finally {
      this.off('close', resolve);
    }
  };
};

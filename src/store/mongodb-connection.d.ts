/** What is used of a file of the driver that comes without types. */
declare module 'mongodb/lib/cmap/connection.js' {
  import type { EventEmitter } from 'node:events';

  export class Connection extends EventEmitter {
    readonly closed: boolean;
    writeCommand(command: unknown, options: unknown): Promise<void>;
  }
}

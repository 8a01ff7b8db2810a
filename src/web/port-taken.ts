/** The port is another program's; told by name so that whoever starts the bot knows what to change. */
export class PortTaken extends Error {
  readonly code = 'port-taken';
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

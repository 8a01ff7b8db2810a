/** The database was brought to a shape by a later product that this one does not know. */
export class LaterDatabase extends Error {
  readonly database: number;
  readonly program: number;

  constructor(database: number, program: number) {
    super(`The database is of version ${database}, this program of version ${program}`);
    this.name = 'LaterDatabase';
    this.database = database;
    this.program = program;
  }
}

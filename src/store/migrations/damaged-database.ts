/** What the database says about its own shape cannot be: nobody knows any more what it holds. */
export class DamagedDatabase extends Error {
  constructor() {
    super('The database’s record of its own version is damaged');
    this.name = 'DamagedDatabase';
  }
}

import type { Connection } from 'mongoose';
import type { Log } from '../domain/kernel/log.ts';

/** Where a record lies, its id, and which of its fields are not as they should be: never what is in them. */
export interface Damage {
  readonly collection: string;
  readonly id: string;
  readonly fields: readonly string[];
}

/** Somebody changed this record in the database, or a disk did: nothing can be made of it until it is put right. */
export class DamagedRecord extends Error {
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(`${damage.collection}: ${damage.id} is damaged (${damage.fields.join(', ')})`);
    this.name = 'DamagedRecord';
    this.damage = damage;
  }
}

const found = 'damaged-record';

/** Lets whoever listens to a connection hear of it. */
export const noteDamage = (connection: Connection, damage: Damage): void => {
  connection.emit(found, damage);
};

/** Says of each damaged record of a connection that it is there, once: it is met with every look at its list. */
export const sayOfDamage = (connection: Connection, log: Log): void => {
  const said = new Set<string>();
  connection.on(found, ({ collection, id, fields }: Damage) => {
    const which = `${collection} ${id}`;
    if (said.has(which)) return;
    said.add(which);
    log.error({ collection, record: id, fields }, 'a record is damaged and left out; all others go on');
  });
};

import { Schema } from 'mongoose';
import type { PersonId } from '../domain/kernel/ids.ts';
import type { Person, Seat, StandingRole } from '../domain/people/person.ts';
import { type Audited, audited } from './audit-entries.ts';
import { part, storedAs } from './schema-options.ts';

/** `mark` is role and department in one value: what a filter asks for in a single comparison. */
export type SeatRecord = Seat & { mark: string };

/** `seats` is not there in who never had one, nor where an earlier version wrote. */
export interface PersonRecord extends Audited {
  _id: PersonId;
  email: string;
  name: string;
  nameFolded: string;
  standing: StandingRole[];
  seats?: SeatRecord[];
}

export const personSchema = new Schema<PersonRecord>(
  {
    _id: String,
    email: String,
    name: String,
    nameFolded: String,
    standing: [String],
    seats: {
      type: [new Schema<SeatRecord>({ mark: String, role: String, department: String }, part)],
      default: undefined,
    },
  },
  storedAs('people'),
);
personSchema.index({ email: 1 }, { unique: true });
personSchema.index({ nameFolded: 1 });
personSchema.index({ standing: 1 });
personSchema.index({ 'seats.role': 1 }, { sparse: true });
audited(personSchema);

export const readPerson = ({ _id, email, name, standing, seats = [] }: PersonRecord): Person => ({
  id: _id,
  email,
  name,
  standing,
  seats: seats.map(({ role, department }): Seat => ({ role, department })),
});

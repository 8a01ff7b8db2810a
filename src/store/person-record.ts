import { Schema } from 'mongoose';
import type { AccountKey, PersonId } from '../domain/kernel/ids.ts';
import type { Deputyship, Leaving, Person, Seat, StandingRole } from '../domain/people/person.ts';
import { type Audited, audited } from './audit-entries.ts';
import { present } from './present.ts';
import { part, storedAs } from './schema-options.ts';
import { readWhole } from './whole-records.ts';

/** `mark` is role and department in one value: what a filter asks for in a single comparison. */
export type SeatRecord = Seat & { mark: string };

/** What earlier versions do not write is there only in whom it concerns. */
export interface PersonRecord extends Audited {
  _id: PersonId;
  /** Unique; of somebody found by no address of their own, their address and a mark that nobody types (`unowned`). */
  email: string;
  /** The address to show where `email` carries such a mark. */
  shownEmail?: string;
  /** Further addresses; the version before finds nobody by them. */
  addresses?: string[];
  /** Which account became theirs by itself: no other one does. */
  firstAccount?: AccountKey;
  name: string;
  nameFolded: string;
  standing: StandingRole[];
  seats?: SeatRecord[];
  deputy?: Deputyship;
  mayStandIn?: true;
  /** `had`: what they were given, for when they are back. */
  left?: Leaving & { had: Pick<PersonRecord, 'standing' | 'seats'> };
  /** Who they were found to be. The version before takes them for a person of their own who was given nothing. */
  sameAs?: {
    person: PersonId;
    at: Date;
    toldBy: PersonId;
    settled: boolean;
    had: Pick<PersonRecord, 'standing' | 'seats' | 'deputy'>;
  };
  formerly?: PersonId[];
}

const seat = new Schema<SeatRecord>({ mark: String, role: String, department: String }, part);

const deputy = new Schema<Deputyship>({ person: String, from: String, until: String, namedAt: Date }, part);
const given = { standing: [String], seats: { type: [seat], default: undefined } };

export const personSchema = new Schema<PersonRecord>(
  {
    _id: String,
    email: String,
    shownEmail: String,
    addresses: { type: [String], default: undefined },
    firstAccount: String,
    name: String,
    nameFolded: String,
    standing: [String],
    seats: {
      type: [seat],
      default: undefined,
    },
    deputy: { type: deputy },
    mayStandIn: Boolean,
    left: {
      type: new Schema(
        {
          at: Date,
          toldBy: String,
          settled: Boolean,
          had: { type: new Schema(given, part) },
        },
        part,
      ),
    },
    sameAs: {
      type: new Schema(
        {
          person: String,
          at: Date,
          toldBy: String,
          settled: Boolean,
          had: { type: new Schema({ ...given, deputy: { type: deputy } }, part) },
        },
        part,
      ),
    },
    formerly: { type: [String], default: undefined },
  },
  storedAs('people'),
);
personSchema.index({ email: 1 }, { unique: true });
personSchema.index({ addresses: 1 }, { sparse: true });
personSchema.index({ nameFolded: 1 });
personSchema.index({ standing: 1 });
personSchema.index({ 'seats.role': 1 }, { sparse: true });
personSchema.index({ 'deputy.person': 1 }, { sparse: true });
personSchema.index({ 'left.at': 1 }, { sparse: true });
personSchema.index({ 'sameAs.at': 1 }, { sparse: true });
audited(personSchema);
readWhole(personSchema, { needs: ['email', 'name', 'standing'] });

export const readSeats = (seats: readonly SeatRecord[] = []): Seat[] =>
  seats.map(({ role, department }) => ({ role, department }));

export const readPerson = ({
  _id,
  email,
  shownEmail,
  addresses,
  name,
  standing,
  seats,
  deputy,
  mayStandIn,
  left,
  formerly,
}: PersonRecord): Person => ({
  id: _id,
  ...shownAs(shownEmail, email, addresses),
  name,
  standing,
  seats: readSeats(seats),
  ...present({ deputy, mayStandIn, formerly }),
  ...(left === undefined ? {} : { left: { at: left.at, toldBy: left.toldBy, settled: left.settled } }),
});

/** Whoever has lost the address they were shown by, and has another since, is shown by that. */
const shownAs = (
  shownEmail: string | undefined,
  email: string,
  addresses: readonly string[] = [],
): Pick<Person, 'email' | 'emailIsAnothers' | 'otherEmails'> => {
  const [first, ...rest] = shownEmail === undefined ? [email, ...addresses] : addresses;
  if (first === undefined) return { email: shownEmail ?? email, emailIsAnothers: true };
  return rest.length === 0 ? { email: first } : { email: first, otherEmails: rest };
};

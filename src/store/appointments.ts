import type { Model } from 'mongoose';
import { newEntry, textReference } from '../domain/audit/entry.ts';
import { type Appointment, isDepartmentRole, type Seat } from '../domain/people/person.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { writtenDown } from './audit-entries.ts';
import { folded, literal } from './literal.ts';
import { type PersonRecord, readPerson, type SeatRecord } from './person-record.ts';

const seatRecord = ({ role, department }: Seat): SeatRecord => ({
  mark: `${literal(role)} ${folded(department)}`,
  role: literal(role),
  department: literal(department),
});

const factsOf = (appointment: Appointment) => ({
  role: appointment.role,
  ...('department' in appointment ? { department: textReference(folded(appointment.department)) } : {}),
});

/** Roles that people are given. Giving or taking what is so already changes nothing and is not written down. */
export const appointmentStore = (
  people: Model<PersonRecord>,
): Pick<PersonStore, 'withRole' | 'grant' | 'revoke'> => ({
  withRole: async (role) => {
    const held = isDepartmentRole(role) ? { 'seats.role': literal(role) } : { standing: literal(role) };
    return (await people.find(held).sort({ _id: 1 }).lean()).map(readPerson);
  },
  grant: async (id, appointment, by) => {
    const about = { kind: 'person', id } as const;
    const note = writtenDown(newEntry(by, 'role-given', about, { after: factsOf(appointment) }));
    if ('department' in appointment) {
      const seat = seatRecord(appointment);
      const without = { _id: literal(id), 'seats.mark': { $ne: seat.mark } };
      await people.updateOne(without, { $push: { seats: seat, ...note.$push } });
    } else {
      const standing = literal(appointment.role);
      const without = { _id: literal(id), standing: { $ne: standing } };
      await people.updateOne(without, { $push: { standing, ...note.$push } });
    }
  },
  revoke: async (id, appointment, by) => {
    const about = { kind: 'person', id } as const;
    const note = writtenDown(newEntry(by, 'role-taken', about, { before: factsOf(appointment) }));
    if ('department' in appointment) {
      const { mark } = seatRecord(appointment);
      const having = { _id: literal(id), 'seats.mark': mark };
      await people.updateOne(having, { $pull: { seats: { mark } }, ...note });
    } else {
      const standing = literal(appointment.role);
      await people.updateOne({ _id: literal(id), standing }, { $pull: { standing }, ...note });
    }
  },
});

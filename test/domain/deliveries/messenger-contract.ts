import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/deliveries/delivery.ts';
import type { Messenger } from '../../../src/domain/deliveries/messenger.ts';
import type { Channel } from '../../../src/domain/kernel/address.ts';
import type { VisitId } from '../../../src/domain/kernel/ids.ts';
import type { OfficeUnderTest } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse, t1Opens } from '../../support/selling-course.ts';

/** A messenger in a running office, and what shows what it did. */
export interface MessengerUnderTest {
  readonly office: OfficeUnderTest;
  readonly messenger: Messenger;
  readonly channel: Channel;
  /** Gives somebody of this name and e-mail an address this messenger knows. */
  settle(person: { readonly name: string; readonly email: string }): Promise<void>;
  /** Gives the department an address this messenger knows. */
  settleDepartment(): Promise<void>;
  /** How many messages have arrived anywhere; replacing one adds none. */
  arrived(): number;
  /** The channel takes nothing any more, until what is returned is called. */
  breakDown(): () => void;
}

/** What every messenger holds, whatever it carries its messages by. */
export const messengerContract = (name: string, open: () => Promise<MessengerUnderTest>): void => {
  describe(`a messenger: ${name}`, () => {
    let under: MessengerUnderTest;
    let invitation: Delivery;
    const known = participant(1, sellingCourse);

    beforeAll(async () => {
      under = await open();
      await under.settle(known);
      await under.office.imports([
        known,
        participant(2, { ...sellingCourse, email: 'nobody@nowhere.example' }),
      ]);
      await under.office.at(t1Opens);
      invitation = await invitationOf(known.email);
    });
    afterAll(() => under.office.close());

    const invitationOf = async (email: string): Promise<Delivery> => {
      const { people, rounds, visits, deliveries } = under.office.stores;
      const [person] = await people.byEmails([email]);
      const [round] = await rounds.open();
      const opened = round === undefined ? [] : await visits.ofRound(round.id);
      const visit = opened.find((one) => one.person === person?.id);
      if (visit === undefined) throw new Error('nobody is asked');
      const about = {
        subject: { kind: 'invitation', visit: visit.id },
        recipient: { person: visit.person },
      } as const;
      const planned = await deliveries.of(about);
      if (planned === undefined) throw new Error('nobody is invited');
      return planned;
    };
    const toDepartment = async (): Promise<Delivery> => {
      const [round] = await under.office.stores.rounds.open();
      if (round === undefined) throw new Error('the round is open');
      return {
        ...invitation,
        subject: { kind: 'campaign', round: round.id },
        recipient: { group: 'department' },
      };
    };
    const deliver = async (delivery: Delivery) => {
      const before = under.arrived();
      const account =
        'person' in delivery.recipient
          ? await under.office.stores.accounts.ofPerson(delivery.recipient.person)
          : undefined;
      const outcome = await under.messenger.deliver(delivery, account);
      return { outcome, arrived: under.arrived() - before };
    };

    it('says it once to whom it knows an address of; the receipt is of its channel', async () => {
      const { outcome, arrived } = await deliver(invitation);
      expect(outcome).toMatchObject({ kind: 'sent', receipt: { channel: under.channel } });
      expect(arrived).toBe(1);
    });

    it('says nothing to whom it knows no address of, and says so', async () => {
      const { outcome, arrived } = await deliver(await invitationOf('nobody@nowhere.example'));
      expect(outcome).toEqual({ kind: 'unreachable', reason: 'no-address' });
      expect(arrived).toBe(0);
    });

    it('says nothing to the department until it has an address', async () => {
      const unsettled = await deliver(await toDepartment());
      expect(unsettled.outcome).toEqual({ kind: 'unreachable', reason: 'no-group-address' });
      expect(unsettled.arrived).toBe(0);
      await under.settleDepartment();
      const { outcome, arrived } = await deliver(await toDepartment());
      expect(outcome).toMatchObject({ kind: 'sent', receipt: { channel: under.channel } });
      expect(arrived).toBe(1);
    });

    it('says nothing when there is nothing left to say', async () => {
      const gone = { kind: 'invitation', visit: 'gone' as VisitId } as const;
      const { outcome, arrived } = await deliver({ ...invitation, subject: gone });
      expect(outcome).toEqual({ kind: 'obsolete' });
      expect(arrived).toBe(0);
    });

    it('tells whatever goes wrong as an outcome with its reason', async () => {
      const repair = under.breakDown();
      const { outcome, arrived } = await deliver(invitation).finally(repair);
      expect(['retry', 'unreachable', 'unknown']).toContain(outcome.kind);
      expect(outcome).toHaveProperty('reason');
      expect(arrived).toBe(0);
    });

    it('replaces what it named and keeps its receipt; what it did not name it leaves alone', async () => {
      const { outcome } = await deliver(invitation);
      if (outcome.kind !== 'sent') throw new Error(outcome.kind);
      const before = under.arrived();
      const { receipt } = outcome;
      expect(await under.messenger.update({ ...invitation, receipt })).toMatchObject(
        receipt.name === null ? { kind: 'unreachable', reason: 'message-gone' } : { kind: 'sent', receipt },
      );
      expect(await under.messenger.update({ ...invitation, receipt: { ...receipt, name: null } })).toEqual({
        kind: 'unreachable',
        reason: 'message-gone',
      });
      expect(under.arrived()).toBe(before);
    });

    it('leaves alone what another channel shows, or what was never shown', async () => {
      const foreign = { channel: 'paper', name: '1', parts: {} } as const;
      const gone = { kind: 'unreachable', reason: 'message-gone' };
      expect(await under.messenger.update({ ...invitation, receipt: foreign })).toEqual(gone);
      const { receipt: _, ...unshown } = invitation;
      expect(await under.messenger.update(unshown)).toEqual(gone);
    });
  });
};

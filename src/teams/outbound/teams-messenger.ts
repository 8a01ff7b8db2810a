import type { Delivery } from '../../domain/deliveries/delivery.ts';
import type { Carrier, DeliveryOutcome } from '../../domain/deliveries/messenger.ts';
import type { Receipt } from '../../domain/deliveries/receipt.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { problemOf } from '../../domain/kernel/problem.ts';
import type { Account } from '../../domain/people/account.ts';
import type { Desk } from '../bot/desk.ts';
import { gatheredStores } from '../bot/gathered-stores.ts';
import type { Saying } from '../bot/saying.ts';
import { chatAt, teamChannelAt } from '../bot/teams-address.ts';
import { type Presenters, present } from '../presenters/presenter.ts';
import type { Send } from './send.ts';

/** Carries deliveries out in Teams: presents each as things stand now, and sends or replaces it. */
export const createMessenger = (given: Desk, presenters: Presenters, send: Send): Carrier => {
  const gathered: Desk = { ...given, stores: gatheredStores(given.stores) };
  const sendTo = async (desk: Desk, { recipient }: Delivery, saying: Saying): Promise<DeliveryOutcome> => {
    if ('group' in recipient) {
      const chosen = await desk.stores.departmentAddress.current();
      const channel = teamChannelAt(chosen?.address);
      return channel === undefined
        ? { kind: 'unreachable', reason: 'no-group-address' }
        : send.postChannel(channel, saying);
    }
    const account = await desk.stores.accounts.ofPerson(recipient.person);
    return account === undefined
      ? { kind: 'unreachable', reason: 'no-address' }
      : send.sendPersonal(account, saying);
  };

  const carryOut = async (
    delivery: Delivery,
    account: Account | undefined,
    say: (saying: Saying, desk: Desk) => Promise<DeliveryOutcome>,
  ): Promise<DeliveryOutcome> => {
    const desk = askingOnce(gathered, account);
    try {
      const saying = await present(presenters, delivery, desk);
      return saying === 'obsolete' ? { kind: 'obsolete' } : await say(saying, desk);
    } catch (error) {
      desk.log.error(
        { delivery: delivery.id, problem: problemOf(error) },
        'a delivery could not be prepared',
      );
      return { kind: 'retry', reason: 'refused' };
    }
  };

  return {
    channel: 'teams',
    deliver: (delivery, account) =>
      carryOut(delivery, account, (saying, desk) => sendTo(desk, delivery, saying)),
    update: (delivery) =>
      carryOut(delivery, undefined, async (saying, desk) =>
        delivery.receipt === undefined || !(await isStillTheirs(desk, delivery, delivery.receipt))
          ? { kind: 'unreachable', reason: 'message-gone' }
          : send.update(delivery.receipt, saying),
      ),
  };
};

/** A chat with an account that was found to be somebody else's is no place for what is said to this person. */
const isStillTheirs = async (
  { stores }: Desk,
  { recipient }: Delivery,
  receipt: Receipt,
): Promise<boolean> => {
  const said = chatAt(receipt);
  if (!('person' in recipient) || said === undefined) return true;
  const own = await stores.accounts.ofPeople([recipient.person]);
  return own.some(({ address }) => chatAt(address)?.conversationId === said.conversationId);
};

/** For one message an account is looked up once: for its language and for its chat. */
const askingOnce = (desk: Desk, known: Account | undefined): Desk => {
  const { accounts } = desk.stores;
  let found = known;
  const ofPerson = async (person: PersonId): Promise<Account | undefined> => {
    if (found?.personId !== person) found = await accounts.ofPerson(person);
    return found;
  };
  return { ...desk, stores: { ...desk.stores, accounts: { ...accounts, ofPerson } } };
};

import type { Account } from '../../domain/people/account.ts';
import { matchAccount } from '../../domain/people/match-account.ts';
import type { Desk } from '../bot/desk.ts';
import type { Turn } from '../bot/turn.ts';
import { noteChannelNews } from './channel-news.ts';
import { meetAccount, reach } from './identify.ts';

/** Whatever else somebody does where the bot hears of it – reacts, edits, joins – shows that they are there. */
export const createOnSignOfLife = (desk: Desk) => (turn: Turn) => noteSign(desk, turn);

export const noteSign = async (desk: Desk, turn: Turn): Promise<void> => {
  const { context, activity, place, sighting } = turn;
  await noteChannelNews(desk, turn);
  if (sighting === undefined) return;
  const isBot = ({ id }: { readonly id: string }): boolean => id === activity.recipient.id;
  const isBotRemoved = activity.membersRemoved?.some(isBot) === true;
  // Whoever takes the bot out of their chat does not want to be written to there.
  if (isBotRemoved && place.kind === 'personal')
    await desk.stores.accounts.saw({ ...sighting, connected: false });
  if (isBotRemoved) return;
  const { connected, ...seen } = sighting;
  // That it is there now is for the word of the installation to say, which greets.
  const asSeen = activity.membersAdded?.some(isBot) === true ? seen : sighting;
  await noteAlive(desk, await meetAccount(desk, context, asSeen), false);
};

/** `isNew`: they came within reach just now. */
export const noteAlive = async (desk: Desk, account: Account, isNew: boolean): Promise<void> => {
  const match = await matchAccount(
    { ...desk.stores, clock: desk.clock, isFirstStaff: desk.isFirstStaff },
    account,
  );
  if (match !== undefined) await reach(desk, match.person, isNew || match.newlyAttached);
};

import { Refusal } from '../../domain/kernel/refusal.ts';
import { meetSpeaker } from '../../domain/people/match-account.ts';
import type { Person } from '../../domain/people/person.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import { accountKey, teamsAccountOf } from '../bot/teams-account.ts';

/**
 * The person behind a directory id of the people picker: somebody of the presser's own tenant whom the bot has met.
 * What the card sends is looked up, never believed. Throws `owner-missing`, `owner-not-here`.
 */
export const pickedOwner = async (
  on: OnDesk<'people' | 'accounts' | 'trainings'>,
  speaker: Speaker,
  picked: string,
): Promise<Person> => {
  const [aadObjectId, ...others] = picked.split(',').map((part) => part.trim());
  if (aadObjectId === undefined || aadObjectId === '' || others.length > 0)
    throw new Refusal('owner-missing');
  const presser = teamsAccountOf(speaker.account);
  if (presser === undefined) throw new Refusal('owner-not-here');
  const account = await on.accounts.byKey(accountKey({ ...presser, aadObjectId }));
  const match = account === undefined ? undefined : await meetSpeaker(on, account);
  if (match === undefined || match.person.left !== undefined) throw new Refusal('owner-not-here');
  return match.person;
};

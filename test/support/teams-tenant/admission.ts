import { type Refusal, refusal } from './refusal.ts';
import type { PersonRecord, Place, World } from './world.ts';

/** Why the bot may not write to a place now; undefined when it may. */
export function refusalToWrite(world: World, place: Place): Refusal | undefined {
  if (place.kind === 'channel') {
    return place.channel.team.installed ? undefined : refusal('BotNotInConversationRoster');
  }
  const { person } = place;
  if (person.left) return refusal('ConversationNotFound');
  if (person.blocksBot) return refusal('ConversationBlockedByUser');
  return person.installed || sharesTeam(world, person) ? undefined : refusal('MessageWritesBlocked');
}

/** Why the bot may not open a chat with the member it names; undefined when it may. */
export function refusalToCreate(world: World, memberId: string): Refusal | undefined {
  if (memberId.includes('@')) return refusal('BadArgument', 'An e-mail address is not a member id.');
  const person = world.findPerson(memberId);
  if (person === undefined) {
    return memberId.startsWith('29:')
      ? refusal('BadArgument', 'Failed to decrypt pairwise id.')
      : refusal('ForbiddenOperationException');
  }
  if (person.left) return refusal('ForbiddenOperationException');
  if (person.blocksBot) return refusal('ConversationBlockedByUser');
  const byTeamsId = memberId === person.mri;
  const reachable = person.installed || (byTeamsId && sharesTeam(world, person));
  return reachable ? undefined : refusal('ForbiddenOperationException');
}

/** A person in a team that has the bot can be written to by Teams id without an install of their own. */
function sharesTeam(world: World, person: PersonRecord): boolean {
  for (const team of world.teams.values()) if (team.installed && team.members.includes(person)) return true;
  return false;
}

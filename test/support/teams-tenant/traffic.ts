import type { LogEntry } from './connector.ts';
import type { World } from './world.ts';

/** The bot's last requests in a line each, for the message of a test that waits in vain. */
export function describeTraffic(log: readonly LogEntry[], world: World, lines = 12): string {
  if (log.length === 0) return 'The bot has not called Teams at all.';
  const told = log.slice(-lines).map(({ operation, outcome, code }) => {
    const { kind, conversationId, personMri } = operation;
    const place = world.places.get(conversationId ?? '');
    const who = personMri === undefined ? undefined : world.findPerson(personMri)?.name;
    const where = who ?? (place?.kind === 'channel' ? place.channel.name : conversationId);
    return `  ${kind} ${where ?? ''} → ${outcome}${code === undefined ? '' : ` ${code}`}`;
  });
  return `The bot's last requests:\n${told.join('\n')}`;
}

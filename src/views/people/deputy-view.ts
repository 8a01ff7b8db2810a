import type { Subject } from '../../domain/deliveries/subject.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { todayOf } from '../../domain/kernel/local-date.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { roleFacts } from '../../domain/people/role-facts.ts';
import { appointmentName, managerName } from '../../wording/role-words.ts';
import type { ViewParts } from '../view-parts.ts';

export interface DeputyView {
  /** Whom they stand in for. */
  readonly name: string;
  /** Local dates of the organisation; absent when it is over. */
  readonly days?: { readonly from: string; readonly until: string };
  readonly roles: readonly Text[];
}

/** For whom a deputy stands in and in what; undefined when another one was named meanwhile, or the days are over. */
export const deputyView = async (
  from: Pick<ViewParts, 'clock' | 'people' | 'settings' | 'trainings'>,
  { principal: id, namedAt, over }: Subject<'deputy'>,
  person: PersonId,
): Promise<DeputyView | undefined> => {
  const principal = await from.people.byId(id);
  if (principal === undefined) return undefined;
  const { deputy, standing, seats } = principal;
  const stands = deputy?.person === person && deputy.namedAt.toISOString() === namedAt;
  const name = principal.name || principal.email;
  if (over) return stands ? undefined : { name, roles: [] };
  if (!stands || deputy.until < todayOf(from)) return undefined;
  const given = [...standing.map((role) => ({ role })), ...seats].map(appointmentName);
  const manages = await roleFacts(from).manages(id);
  const roles = manages ? [...given, managerName] : given;
  return roles.length === 0 ? undefined : { name, days: deputy, roles };
};

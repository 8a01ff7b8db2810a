import { hasBegun } from '../../domain/followups/round.ts';
import { whose } from '../../domain/followups/visit.ts';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { type Language, languageOf } from '../../domain/kernel/text.ts';
import { type OpenVisit, openVisit } from '../../domain/responses/visit-page.ts';
import { zoneOf } from '../people/zone-of.ts';
import type { ViewParts } from '../view-parts.ts';

export type WaitingParts = Pick<
  ViewParts,
  | 'accounts'
  | 'clock'
  | 'people'
  | 'questionnaires'
  | 'responseKeys'
  | 'responses'
  | 'rounds'
  | 'settings'
  | 'trainings'
  | 'visits'
>;

/** A visit that still waits for this person, with the language they read and the zone they are in; undefined when nothing is left to ask. */
export const waitingVisit = async (
  from: WaitingParts,
  id: VisitId,
  person: PersonId,
): Promise<
  { readonly open: OpenVisit; readonly language: Language; readonly timeZone: string } | undefined
> => {
  const visit = await from.visits.byId(id);
  if (visit === undefined || whose(visit) !== person) return undefined;
  if (visit.state !== 'due' && visit.state !== 'started') return undefined;
  if (visit.dueAt <= from.clock.now()) return undefined;
  const open = await openVisit(from, visit);
  if (!hasBegun(open.round, from.clock.now())) return undefined;
  if (open.response?.complete === true || open.response?.withdrawn === true) return undefined;
  const account = await from.accounts.ofPerson(person);
  return {
    open,
    language: languageOf(account?.locale, from.settings.organisation.language),
    timeZone: zoneOf(account ?? {}, from),
  };
};

import type { VisitId } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { type OpenVisit, openVisit } from '../../domain/responses/visit-page.ts';
import type { Desk } from '../bot/desk.ts';
import { languageFor } from './language-for.ts';
import { visitDeps } from './visit-deps.ts';

/** A visit that still waits for its person, with the language they read; undefined when nothing is left to ask. */
export const waitingVisit = async (
  desk: Desk,
  id: VisitId,
): Promise<{ readonly open: OpenVisit; readonly language: Language } | undefined> => {
  const visit = await desk.stores.visits.byId(id);
  if (visit === undefined || (visit.state !== 'due' && visit.state !== 'started')) return undefined;
  if (visit.dueAt <= desk.clock.now()) return undefined;
  const open = await openVisit(visitDeps(desk), visit);
  if (open.response?.complete === true || open.response?.withdrawn === true) return undefined;
  return { open, language: await languageFor(desk, visit.person) };
};

import { z } from 'zod';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { somebodyLeft, somebodyReturned } from '../../domain/sequels/somebody-left.ts';
import { leavingView } from '../../views/people/leaving-view.ts';
import { byPerson } from '../bot/by-person.ts';
import { leftCard, returnedCard } from '../cards/staff/leaving-card.ts';
import { cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const schema = z.object({ person: idText.transform((id) => id as PersonId) }).strict();
const uses = ['people', 'visits', 'rounds', 'issues', 'improvements', 'deliveries'] as const;

/** "Yes, they have left". */
export const leftConfirmAction = cardAction({
  verb: 'left-confirm',
  schema,
  permission: 'say-who-left',
  uses,
  run: async ({ data, speaker }, on) => {
    const person = await on.people.byId(data.person);
    if (person === undefined) throw new Refusal('unknown-person');
    const view = await leavingView(on, person);
    await somebodyLeft(on, person, speaker.person.id);
    return { card: leftCard(view, speaker.language) };
  },
});

/** "Undo". */
export const leftUndoAction = cardAction({
  verb: 'left-undo',
  schema,
  permission: 'say-who-left',
  uses,
  run: async ({ data, speaker }, on) => {
    const person = await on.people.byId(data.person);
    if (person === undefined) throw new Refusal('unknown-person');
    await somebodyReturned(on, person.id, byPerson(on, speaker));
    return { card: returnedCard({ name: person.name || person.email }, speaker.language) };
  },
});

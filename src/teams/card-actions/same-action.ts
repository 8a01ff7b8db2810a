import { z } from 'zod';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Pair } from '../../domain/people/pair-meant.ts';
import { refuseSame, samePerson, settleMerges } from '../../domain/sequels/same-person.ts';
import type { Stores } from '../../domain/stores.ts';
import { sameView } from '../../views/people/same-view.ts';
import { byPerson } from '../bot/by-person.ts';
import { sameDoneCard, sameLeftCard } from '../cards/staff/same-card.ts';
import { cardAction } from './card-action.ts';
import { idText } from './page-data.ts';

const id = idText.transform((text) => text as PersonId);
const schema = z.object({ kept: id, other: id }).strict();
type Data = z.output<typeof schema>;
const uses = [
  ...(['people', 'accounts', 'trainings', 'rounds', 'visits'] as const),
  ...(['responses', 'issues', 'improvements', 'deliveries'] as const),
] as const;

/** "They are one person". */
export const sameConfirmAction = cardAction({
  verb: 'same-confirm',
  schema,
  permission: 'say-who-is-same',
  uses,
  run: async ({ data, speaker }, on) => {
    // Pressed again, maybe, for something went wrong half-way.
    await settleMerges(on);
    const { kept, other } = await pairOf(on, data);
    const view = await sameView(on, kept, other);
    await samePerson(on, kept, other, byPerson(on, speaker));
    return { card: sameDoneCard(view, speaker.language) };
  },
});

/** "Leave it". */
export const sameLeaveAction = cardAction({
  verb: 'same-leave',
  schema,
  permission: 'say-who-is-same',
  uses,
  run: async ({ data, speaker }, on) => {
    const { kept, other } = await pairOf(on, data);
    return { card: sameLeftCard(await sameView(on, kept, other), speaker.language) };
  },
});

/** The two as the card named them. Refuses `same-already` for whom they are one, `same-meanwhile` for whom one of them is somebody else. */
const pairOf = async ({ people }: Pick<Stores, 'people'>, data: Data): Promise<Pair> => {
  const [kept, other] = [await people.byId(data.kept), await people.byId(data.other)];
  if (kept === undefined || other === undefined) throw new Refusal('unknown-person');
  const moved = kept.id !== data.kept || other.id !== data.other;
  if (moved && kept.id !== other.id) throw new Refusal('same-meanwhile');
  refuseSame(kept, other);
  return { kept, other };
};

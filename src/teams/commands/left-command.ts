import { Refusal } from '../../domain/kernel/refusal.ts';
import { isAddress } from '../../domain/people/is-address.ts';
import { isSomebody } from '../../domain/people/is-somebody.ts';
import { personMeant } from '../../domain/people/person-meant.ts';
import { readLeavingRequest } from '../../domain/people/read-leaving-request.ts';
import { refuseLeaving, somebodyReturned } from '../../domain/sequels/somebody-left.ts';
import { leavingView } from '../../views/people/leaving-view.ts';
import * as wording from '../../wording/command-words.ts';
import { leavingTitle, notLeft, returnedTitle } from '../../wording/leaving-words.ts';
import { byPerson } from '../bot/by-person.ts';
import { leavingCard, returnedCard } from '../cards/staff/leaving-card.ts';
import { command } from './command.ts';

/** `/left NAME`: what follows when somebody has left, to be confirmed; `undo` takes it back. */
export const left = command({
  name: 'left',
  words: { zh: ['离职'], en: ['left'] },
  permission: 'say-who-left',
  menu: { title: wording.left.title, description: wording.left.description, onlyInHelp: true },
  answersIn: 'private',
  uses: ['people', 'accounts', 'trainings', 'visits', 'rounds', 'issues', 'improvements', 'deliveries'],
  places: ['personal', 'channel'],
  wantsMore: true,
  takes: (args) => isAddress(readLeavingRequest(args).who),
  knows: (args, on) => isSomebody(on, readLeavingRequest(args).who),
  async run({ speaker, args }, on) {
    const { language } = speaker;
    const { who, undo } = readLeavingRequest(args);
    const person = await personMeant(on, who);
    const name = person.name || person.email;
    if (undo) {
      if (person.left === undefined) return { text: notLeft(name)[language] };
      await somebodyReturned(on, person.id, byPerson(on, speaker));
      return { card: returnedCard({ name }, language), summary: returnedTitle(name)[language] };
    }
    if (person.left !== undefined) throw new Refusal('person-left', { asked: who });
    await refuseLeaving(on, person, speaker.person.id);
    return {
      card: leavingCard(await leavingView(on, person), language),
      summary: leavingTitle(name)[language],
    };
  },
});

import { isAddress } from '../../domain/people/is-address.ts';
import { isPair, pairMeant } from '../../domain/people/pair-meant.ts';
import { pairsIn } from '../../domain/people/read-same-request.ts';
import { refuseSame } from '../../domain/sequels/same-person.ts';
import { sameView } from '../../views/people/same-view.ts';
import * as wording from '../../wording/command-words.ts';
import { sameTitle } from '../../wording/same-words.ts';
import { sameCard } from '../cards/staff/same-card.ts';
import { command } from './command.ts';

/** `/same A B`: what follows when two are one person, to be confirmed. */
export const same = command({
  name: 'same',
  words: { zh: ['是同一人', '同一人', '同一个人'], en: ['same', 'merge'] },
  permission: 'say-who-is-same',
  menu: { title: wording.same.title, description: wording.same.description, onlyInHelp: true },
  answersIn: 'private',
  uses: ['people', 'accounts', 'trainings', 'rounds', 'visits', 'improvements'],
  places: ['personal', 'channel'],
  wantsMore: true,
  takes: (args) => pairsIn(args).some((pair) => pair.every(isAddress)),
  knows: (args, on) => isPair(on, args),
  async run({ speaker, args }, on) {
    const { language } = speaker;
    const { kept, other } = await pairMeant(on, args);
    refuseSame(kept, other);
    const view = await sameView(on, kept, other);
    return {
      card: sameCard(view, language),
      summary: sameTitle(view.kept.name, view.other.name)[language],
    };
  },
});

import { todayOf } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { isSomebody } from '../../domain/people/is-somebody.ts';
import type { Deputyship, Person } from '../../domain/people/person.ts';
import { readDeputyRequest } from '../../domain/people/read-deputy-request.ts';
import { endDeputy, nameDeputy } from '../../domain/sequels/name-deputy.ts';
import * as wording from '../../wording/command-words.ts';
import { dayText } from '../../wording/dates.ts';
import {
  deputyDays,
  deputyNamed,
  deputyTakenBack,
  noDeputy,
  yourDeputy,
  youStandInFor,
} from '../../wording/deputy-words.ts';
import { byPerson } from '../bot/by-person.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import { command } from './command.ts';

/** `/deputy`: who stands in for the speaker and for whom they do; with a name and a day, lets somebody; `off` ends it. */
export const deputy = command({
  name: 'deputy',
  words: { zh: ['代理'], en: ['deputy'] },
  permission: 'name-deputy',
  menu: { title: wording.deputy.title, description: wording.deputy.description, onlyInHelp: true },
  answersIn: 'private',
  uses: ['people', 'accounts', 'trainings', 'deliveries'],
  places: ['personal', 'channel'],
  takes: (args, today) => ['end', 'name'].includes(readDeputyRequest(args, today).ask),
  knows: (args, on) => isSomebody(on, args),
  async run({ speaker, args }, on) {
    const { language, person } = speaker;
    const request = readDeputyRequest(args, todayOf(on));
    switch (request.ask) {
      case 'show':
        return { text: (await standing(speaker, on)).map((text) => text[language]).join('\n\n') };
      case 'end': {
        const ended = await endDeputy(on, person, byPerson(on, speaker));
        return { text: (ended === undefined ? noDeputy : deputyTakenBack(nameOf(ended)))[language] };
      }
      case 'name': {
        const named = await nameDeputy(on, person, request, byPerson(on, speaker));
        return { text: deputyNamed(nameOf(named.person), daysOf(named.deputy))[language] };
      }
      case 'unclear':
        throw new Refusal(request.why === 'date' ? 'date-not-understood' : 'deputy-not-understood');
    }
  },
});

const nameOf = ({ name, email }: Person): string => name || email;

const daysOf = ({ from, until }: Deputyship): Text => deputyDays(dayText(from), dayText(until));

const standing = async ({ person, standsInFor }: Speaker, on: OnDesk<'people'>): Promise<Text[]> => {
  const own = person.deputy;
  const who = own === undefined ? undefined : await on.people.byId(own.person);
  const stands = own !== undefined && who !== undefined && own.until >= todayOf(on);
  return [
    stands ? yourDeputy(nameOf(who), daysOf(own)) : noDeputy,
    ...(standsInFor.length === 0 ? [] : [youStandInFor(standsInFor.map(nameOf))]),
  ];
};

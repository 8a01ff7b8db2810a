import { Refusal } from '../../domain/kernel/refusal.ts';
import * as wording from '../../wording/command-words.ts';
import { byPerson } from '../bot/by-person.ts';
import { teamChannelAddress, teamChannelAt } from '../bot/teams-address.ts';
import { command } from './command.ts';

/** `/here`: the channel it is typed in gets the result cards from now on, and what waited for one. */
export const here = command({
  name: 'here',
  words: { zh: ['这里', '发到这里'], en: ['here'] },
  said: [
    /^(?:post|send|show)(?: (?:it|them|everything|(?:the )?(?:results?|cards?|result cards)))? here$/,
    /^(?:就|发|发在|就发|就发到)(?:这里|这儿)$/,
  ],
  notAskedFor: true,
  permission: 'choose-channel',
  menu: { title: wording.here.title, description: wording.here.description },
  answersIn: 'place',
  uses: ['departmentAddress', 'deliveries'],
  places: ['channel'],
  async run({ speaker, place }, on) {
    const { departmentAddress, deliveries, clock } = on;
    if (place.kind !== 'channel') throw new Refusal('only-in-channel');
    const before = await departmentAddress.current();
    const chosenNow = {
      address: teamChannelAddress(place),
      name: place.channelName,
      chosenAt: clock.now(),
    };
    await departmentAddress.choose(chosenNow, byPerson(on, speaker));
    await deliveries.reopenForGroup(clock.now());
    const { chosen, chosenAlready } = wording.here;
    return {
      text: (teamChannelAt(before?.address)?.channelId === place.channelId ? chosenAlready : chosen)[
        speaker.language
      ],
    };
  },
});

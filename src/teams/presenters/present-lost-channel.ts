import { languageFor } from '../../views/people/language-for.ts';
import { channelLost } from '../../wording/lost-channel-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import type { Presenter } from './presenter.ts';

/** To staff: the channel for results is lost. Whoever mended it meanwhile hears nothing. */
export const presentLostChannel: Presenter<'lost-channel'> = async ({ recipient, subject }, desk) => {
  if (!('person' in recipient)) return 'obsolete';
  const chosen = await desk.stores.departmentAddress.current();
  if (chosen?.lost?.since.toISOString() !== subject.since) return 'obsolete';
  const language = await languageFor(onDesk(desk), recipient.person);
  return { text: channelLost(chosen.name, chosen.lost.reason)[language] };
};

import { languageFor } from '../../views/people/language-for.ts';
import { noChannelYet } from '../../wording/lost-channel-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import type { Presenter } from './presenter.ts';

/** To staff: results wait for a channel that nobody ever chose. Where one was chosen meanwhile nothing is said. */
export const presentNoChannel: Presenter<'no-channel'> = async ({ recipient }, desk) => {
  if (!('person' in recipient)) return 'obsolete';
  if ((await desk.stores.departmentAddress.current()) !== undefined) return 'obsolete';
  return { text: noChannelYet[await languageFor(onDesk(desk), recipient.person)] };
};

import type { Text } from '../domain/kernel/text.ts';
import { didNotAttend, later, onLeave, rather } from './questionnaire-words.ts';

const what: Text = {
  zh: '我只在您参加过的培训需要回访时给您发消息，填完或到期就不再提醒；填不填由您决定。',
  en: 'I only write about trainings you took part in, and stop by myself once you have answered or the last day is over. Answering is up to you.',
};

/** To somebody who wants no more messages: what there is to press, and what ends by itself. Nothing is switched off unseen. */
export const stopping = {
  withCards: {
    zh: `打字不算数，这句话没有记录。请打开下面的问卷：不想填点“${rather.zh}”，没参加点“${didNotAttend.zh}”，都不再提醒；在休假点“${onLeave.zh}”；现在不方便点“${later.zh}”。${what.zh}`,
    en: `Typing it notes nothing. Open the questionnaire below: press “${rather.en}”, or “${didNotAttend.en}” if you were not there, and no more reminders come; “${onLeave.en}” or “${later.en}” if this is not the moment. ${what.en}`,
  },
  alone: {
    zh: `${what.zh}眼下没有问卷在等您，不用再做什么。`,
    en: `${what.en} Nothing is waiting for you just now, so there is nothing to stop.`,
  },
} satisfies Record<string, Text>;

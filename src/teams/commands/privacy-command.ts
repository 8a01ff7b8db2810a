import { asFrankly } from '../../wording/privacy-words.ts';
import { command } from './command.ts';
import { typedQuestions } from './typed-questions.ts';
import { waitingStores, withWaiting } from './with-waiting.ts';

/** Somebody asks who sees answers, or what they are for (P3): what the questionnaire says before its first question. */
export const privacy = command({
  name: 'privacy',
  words: { zh: ['隐私', '匿名吗'], en: ['privacy', 'is it anonymous'] },
  said: typedQuestions,
  permission: 'help',
  answersIn: 'place',
  uses: waitingStores,
  places: ['personal', 'channel'],
  run: async (call, on) => {
    const answer = asFrankly(on.settings.minimumGroup);
    return withWaiting(on, call, answer, answer);
  },
});

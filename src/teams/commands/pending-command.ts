import { zoneOf } from '../../views/people/zone-of.ts';
import { pendingView } from '../../views/responses/pending-view.ts';
import * as wording from '../../wording/command-words.ts';
import { pendingTitle } from '../../wording/pending-words.ts';
import { resume, start } from '../../wording/questionnaire-words.ts';
import { pendingCard } from '../cards/questionnaire/pending-card.ts';
import { command } from './command.ts';

/** `/pending` (W6): which questionnaires wait for the speaker, each with its button. */
export const pending = command({
  name: 'pending',
  words: {
    zh: [
      '待办',
      '问卷',
      '待填',
      '待办事项',
      '待填问卷',
      '要填的问卷',
      '填问卷',
      '填写问卷',
      start.zh,
      resume.zh,
    ],
    en: ['pending', 'todo', 'to do', 'questionnaire', 'questionnaires', 'pending questionnaires', resume.en],
  },
  permission: 'see-own-visits',
  menu: { title: wording.pending.title, description: wording.pending.description },
  answersIn: 'private',
  uses: ['people', 'trainings', 'rounds', 'visits', 'responses'],
  places: ['personal', 'channel'],
  run: async ({ speaker }, on) => {
    const view = await pendingView(on, speaker.person.id, zoneOf(speaker.account, on), speaker.standsInFor);
    return {
      card: pendingCard(view, speaker.language),
      summary: pendingTitle(view.visits.length)[speaker.language],
    };
  },
});

import { Refusal } from '../../domain/kernel/refusal.ts';
import { statusView } from '../../views/reports/status-view.ts';
import { trainingChoices } from '../../views/trainings/training-choices.ts';
import * as wording from '../../wording/command-words.ts';
import { statusCard } from '../cards/staff/status-card.ts';
import { command } from './command.ts';

/** `/status TRAINING` (W1, P2): how far its follow-up is, in people, for staff and in private. */
export const status = command({
  name: 'status',
  words: { zh: ['进度', '状态'], en: ['status'] },
  permission: 'status',
  menu: { title: wording.status.title, description: wording.status.description },
  answersIn: 'private',
  uses: ['trainings', 'accounts', 'rounds', 'visits', 'deliveries', 'results'],
  places: ['personal', 'channel'],
  run: async ({ args, speaker }, on) => {
    const found = await trainingChoices(on, args);
    const [training, ...others] = found;
    if (training === undefined) {
      if (args !== '') throw new Refusal('unknown-training', { asked: args });
      return { text: wording.noTrainings[speaker.language] };
    }
    if (args === '' || others.length > 0) return { text: wording.whichTraining(found)[speaker.language] };
    const view = await statusView(on, training);
    return { card: statusCard(view, speaker.language), summary: view.training };
  },
});

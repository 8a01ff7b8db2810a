import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { mayToday } from '../../domain/people/permissions.ts';
import { isPeriod } from '../../domain/reports/parse-period.ts';
import { statusView } from '../../views/reports/status-view.ts';
import { trainingChoices } from '../../views/trainings/training-choices.ts';
import * as wording from '../../wording/command-words.ts';
import { channelStillLost } from '../../wording/lost-channel-words.ts';
import { seeAccounts } from '../../wording/status-words.ts';
import { statusCard } from '../cards/staff/status-card.ts';
import { command } from './command.ts';

/** `/status TRAINING` (W1, P2): how far its follow-up is, in people, for staff and in private; and how many accounts wait. */
export const status = command({
  name: 'status',
  words: {
    zh: ['进度', '状态', '进度怎么样', '进度如何', '进度报告', '回访进度'],
    en: ['status', 'status report', 'progress'],
  },
  permission: 'status',
  menu: { title: wording.status.title, description: wording.status.description },
  answersIn: 'private',
  uses: ['trainings', 'accounts', 'rounds', 'visits', 'deliveries', 'departmentAddress', 'results'],
  places: ['personal', 'channel'],
  // Of a period there is no status: said so, rather than not understood.
  takes: (args) => /\d/.test(args) && isPeriod(args),
  knows: async (args, { trainings }) => args.length > 1 && (await trainings.search(args)).length > 0,
  run: async ({ args, speaker }, on) => {
    const { language } = speaker;
    const found = await trainingChoices(on, args);
    // Whoever stands in for the staff may not say whose an account is, and is not asked to.
    const waiting = mayToday(speaker, 'say-whose-account') ? (await on.accounts.questioned()).length : 0;
    const chosen = await on.departmentAddress.current();
    const notes = [
      ...(chosen?.lost === undefined ? [] : [channelStillLost(chosen.name)]),
      ...(waiting === 0 ? [] : [seeAccounts(waiting)]),
    ];
    const alone = (text: Text) => ({
      text: [text, ...notes].map((one) => one[language]).join('\n\n'),
    });
    const [training, ...others] = found;
    if (training === undefined) {
      if (args !== '') throw new Refusal('unknown-training', { asked: args });
      return alone(wording.noTrainings);
    }
    if (args === '' || others.length > 0) return alone(wording.whichTraining(found));
    const view = await statusView(on, training, waiting);
    return { card: statusCard(view, language), summary: view.training };
  },
});

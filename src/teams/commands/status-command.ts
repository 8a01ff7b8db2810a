import { localDate } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Questionnaires } from '../../domain/questionnaires/registry.ts';
import { type Funnel, funnelOf, type RoundFunnel } from '../../domain/reports/funnel.ts';
import type { Training } from '../../domain/trainings/training.ts';
import * as wording from '../../wording/command-words.ts';
import type { Desk } from '../bot/desk.ts';
import { type StatusRoundView, statusCard } from '../cards/staff/status-card.ts';
import type { Command } from './command.ts';

const mostOffered = 10;

/** `/status TRAINING` (W1, P2): how far its follow-up is, in people, for staff and in private. */
export const status: Command = {
  name: 'status',
  words: { zh: ['进度', '状态'], en: ['status'] },
  permission: 'status',
  menu: { title: wording.status.title, description: wording.status.description },
  answersIn: 'private',
  places: ['personal', 'channel'],
  run: async ({ args, speaker }, desk) => {
    const found = await meant(desk, args);
    const [training, ...others] = found;
    if (training === undefined) {
      if (args !== '') throw new Refusal('unknown-training', { asked: args });
      return { text: wording.noTrainings[speaker.language] };
    }
    if (args === '' || others.length > 0) return { text: wording.whichTraining(found)[speaker.language] };
    const funnel = await funnelOf(desk.stores, training);
    const card = statusCard(
      {
        code: training.code,
        training: training.title,
        rounds: funnel.rounds.map((round) => roundView(funnel, round, desk.questionnaires)),
      },
      speaker.language,
    );
    return { card, summary: training.title };
  },
};

const meant = async (desk: Desk, text: string): Promise<Training[]> => {
  if (text !== '') return desk.stores.trainings.search(text);
  const all = await desk.stores.trainings.all();
  return all.toSorted((a, b) => (a.end > b.end ? -1 : 1)).slice(0, mostOffered);
};

const roundView = (funnel: Funnel, step: RoundFunnel, questionnaires: Questionnaires): StatusRoundView => {
  const { round } = step;
  const begun = round.state === 'open' || round.state === 'closed';
  const excuses = Object.entries(step.excused) as ['did-not-attend' | 'on-leave', number][];
  const undelivered = Object.entries(step.undelivered) as [keyof RoundFunnel['undelivered'], number][];
  return {
    questionnaire: questionnaires.ofRound(round, funnel.training).title,
    state: round.state,
    opensOn: localDate(round.opensAt, funnel.training.timeZone),
    dueDate: round.dueDate,
    ...(begun
      ? {
          funnel: {
            enrolled: step.due,
            matched: Math.min(funnel.matched, step.due),
            reachable: Math.min(funnel.reachable, step.due),
            delivered: step.delivered,
            started: step.started,
            answered: step.answered,
            excused: excuses.reduce((sum, [, count]) => sum + count, 0),
            declined: step.declined,
            expired: step.expired,
          },
        }
      : {}),
    excuses: excuses.filter(([, count]) => count > 0).map(([excuse, count]) => ({ excuse, count })),
    unreached: undelivered.flatMap(([reason, count]) => (reason === 'waiting' ? [] : [{ reason, count }])),
  };
};

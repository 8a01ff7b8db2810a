import { isOver, type SendingProgress, totalOf } from '../../domain/deliveries/sending-progress.ts';
import { campaignSummary } from '../../wording/campaign-words.ts';
import type { Desk } from '../bot/desk.ts';
import { campaignCard } from '../cards/staff/campaign-card.ts';
import type { Presenter } from './presenter.ts';

const minuteMs = 60_000;

/** How far a long campaign is as things stand now, in numbers only; in the organisation's language. */
export const presentCampaign: Presenter<'campaign'> = async (delivery, desk) => {
  const round = await desk.stores.rounds.byId(delivery.subject.round);
  const training = round === undefined ? undefined : await desk.stores.trainings.byCode(round.training);
  if (round === undefined || training === undefined) return 'obsolete';
  // It may be posted while its round is being opened. Posted after the round, it would be no news.
  const isRunning = round.state === 'planned' || round.state === 'open';
  if (!isRunning && delivery.state !== 'sent') return 'obsolete';
  const progress = await desk.stores.deliveries.progressOf(round.id);
  if (totalOf(progress) === 0) return 'obsolete';
  const { language, timeZone } = desk.settings.organisation;
  const card = campaignCard(
    {
      training: training.title,
      questionnaire: desk.questionnaires.ofRound(round, training).title,
      progress,
      beganAt: delivery.notBefore,
      ...(isOver(progress) ? {} : { doneBy: doneBy(progress, desk) }),
      timeZone,
    },
    language,
  );
  return { card, summary: campaignSummary(training.title)[language] };
};

/** When the last will be sent, to the minute: all at the tenant's rate, and nobody before their hours begin. */
const doneBy = ({ waiting, retrying, lastDue }: SendingProgress, { clock, settings }: Desk): Date => {
  const { requestsPerSecond } = settings.sending;
  const sendingMs = requestsPerSecond === 0 ? 0 : ((waiting + retrying) * 1000) / requestsPerSecond;
  const done = Math.max(clock.now().getTime() + sendingMs, lastDue?.getTime() ?? 0);
  return new Date(Math.ceil(done / minuteMs) * minuteMs);
};

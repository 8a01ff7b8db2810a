import { isOver, type SendingProgress, totalOf } from '../../domain/deliveries/sending-progress.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';

export interface CampaignView {
  readonly training: string;
  /** What is asked, and in which of several rounds. */
  readonly questionnaire: Text;
  readonly progress: SendingProgress;
  readonly beganAt: Date;
  /** When all will be sent, more or less; absent when nothing is left to be sent. */
  readonly doneBy?: Date;
  readonly timeZone: string;
}

const minuteMs = 60_000;

/**
 * How far a long campaign is as things stand now, in numbers only. It may be told while its round is being opened;
 * told for the first time after the round, it would be no news: undefined.
 */
export const campaignView = async (
  from: Pick<ViewParts, 'clock' | 'deliveries' | 'questionnaires' | 'rounds' | 'settings' | 'trainings'>,
  id: RoundId,
  { beganAt, toldBefore }: { readonly beganAt: Date; readonly toldBefore: boolean },
): Promise<CampaignView | undefined> => {
  const round = await from.rounds.byId(id);
  const training = round === undefined ? undefined : await from.trainings.byCode(round.training);
  if (round === undefined || training === undefined) return undefined;
  const isRunning = round.state === 'planned' || round.state === 'open';
  if (!isRunning && !toldBefore) return undefined;
  const progress = await from.deliveries.progressOf(round.id);
  if (totalOf(progress) === 0) return undefined;
  return {
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    progress,
    beganAt,
    ...(isOver(progress) ? {} : { doneBy: doneBy(progress, from) }),
    timeZone: from.settings.organisation.timeZone,
  };
};

/** When the last will be sent, to the minute: all at the tenant's rate, and nobody before their hours begin. */
const doneBy = (
  { waiting, retrying, lastDue }: SendingProgress,
  { clock, settings }: Pick<ViewParts, 'clock' | 'settings'>,
): Date => {
  const { requestsPerSecond } = settings.sending;
  const sendingMs = requestsPerSecond === 0 ? 0 : ((waiting + retrying) * 1000) / requestsPerSecond;
  const done = Math.max(clock.now().getTime() + sendingMs, lastDue?.getTime() ?? 0);
  return new Date(Math.ceil(done / minuteMs) * minuteMs);
};

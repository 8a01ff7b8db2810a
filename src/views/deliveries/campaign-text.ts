import { totalOf } from '../../domain/deliveries/sending-progress.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Language, Text } from '../../domain/kernel/text.ts';
import { campaignCounts, campaignOver, campaignRuns } from '../../wording/campaign-words.ts';
import { formatMoment, formatTime } from '../../wording/format.ts';
import type { CampaignView } from './campaign-view.ts';

const others = ['waiting', 'retrying', 'unreachable', 'obsolete'] as const;

/** Those who have not got theirs, by why; only what there is. */
export const notSentCounts = ({
  progress,
}: CampaignView): { readonly name: Text; readonly count: number }[] =>
  others
    .filter((name) => progress[name] > 0)
    .map((name) => ({ name: campaignCounts[name], count: progress[name] }));

const inBoth = (format: (language: Language) => string): Text => ({ zh: format('zh'), en: format('en') });

/** When it began, and when it will be done or that it is over. */
export const campaignWhen = ({ progress, beganAt, doneBy, timeZone }: CampaignView): Text => {
  const moment = (at: Date): Text => inBoth((language) => formatMoment(at, language, timeZone));
  if (doneBy === undefined) return campaignOver(moment(beganAt), progress.sent === totalOf(progress));
  const isSameDay = localDate(doneBy, timeZone) === localDate(beganAt, timeZone);
  const time = inBoth((language) => formatTime(doneBy, language, timeZone));
  return campaignRuns(moment(beganAt), isSameDay ? time : moment(doneBy));
};

import { same, type Text } from '../../domain/kernel/text.ts';
import { onlyWeekends } from '../../wording/calendar-words.ts';
import { dateText, dayText } from '../../wording/dates.ts';
import { definitions } from '../../wording/definition-words.ts';
import { deliveryReasons } from '../../wording/delivery-reason-words.ts';
import { channelStillLost } from '../../wording/lost-channel-words.ts';
import { roundName, roundStates, roundWindow } from '../../wording/round-words.ts';
import {
  excusedWhy,
  excuseNames,
  funnel,
  missedWhy,
  noRounds,
  postponedWhy,
  roughCounts,
  seeAccounts,
  statusFootnote,
  unreachedWhy,
} from '../../wording/status-words.ts';
import type { StatusRoundView, StatusView } from './status-view.ts';

const steps = ['enrolled', 'matched', 'reachable', 'delivered'] as const;
const endings = ['excused', 'declined', 'expired'] as const;

/** One figure of the funnel; `inner`: how some of those who did not answer ended. */
export interface FunnelStep {
  readonly name: Text;
  readonly count: Text;
  readonly inner: boolean;
}

/** Each step among those of the step before; then the endings that happened. */
export const funnelSteps = ({ funnel: counts }: StatusRoundView): FunnelStep[] => {
  if (counts === undefined) return [];
  const { progress, excused } = counts;
  const step = (name: keyof typeof funnel, count: number | undefined, inner = false): FunnelStep[] =>
    count === undefined ? [] : [{ name: funnel[name], count: same(`${count}`), inner }];
  const first = steps.flatMap((name) => step(name, counts[name]));
  if ('roughly' in progress) {
    const answered = { name: funnel.answered, count: roughCounts[progress.roughly], inner: false };
    return [...first, answered, ...(excused > 0 ? step('excused', excused, true) : [])];
  }
  const ended = { ...progress, excused };
  return [
    ...first,
    ...step('started', progress.started),
    ...step('answered', progress.answered),
    ...endings.filter((ending) => ended[ending] > 0).flatMap((ending) => step(ending, ended[ending], true)),
  ];
};

/** Whether some of it is told in words. */
const isRough = ({ rounds }: StatusView): boolean =>
  rounds.some(({ funnel: counts }) => counts !== undefined && 'roughly' in counts.progress);

export const statusFootnotes = (view: StatusView): Text[] => [
  statusFootnote,
  ...(isRough(view) ? [definitions.roughly] : []),
  ...(view.holidaysUntil === undefined ? [] : [onlyWeekends(dateText(view.holidaysUntil))]),
];

/** Why anybody fell out, and what helps. */
export const reasonsOf = (round: StatusRoundView): Text[] => [
  ...(round.state === 'missed' ? [missedWhy] : []),
  ...round.excuses.map(({ excuse, count }) => excusedWhy(excuseNames[excuse], count)),
  ...(round.postponed === 0 ? [] : [postponedWhy(round.postponed)]),
  ...round.unreached.map(({ reason, count }) =>
    unreachedWhy(deliveryReasons[reason].why, count, deliveryReasons[reason].remedy),
  ),
];

/** What is asked, and how that round stands. */
export const roundTitle = ({ questionnaire, state }: StatusRoundView): Text =>
  roundName(questionnaire, roundStates[state]);

export const windowText = ({ opensOn, dueDate }: StatusRoundView): Text =>
  roundWindow(dayText(opensOn), dayText(dueDate));

/** Says so where there is no round, where nothing can be posted, and where accounts wait for an answer. */
export const statusNote = ({ rounds, accountsWaiting = 0, lostChannel }: StatusView): Text => {
  const notes = [
    ...(rounds.length === 0 ? [noRounds] : []),
    ...(lostChannel === undefined ? [] : [channelStillLost(lostChannel)]),
    ...(accountsWaiting === 0 ? [] : [seeAccounts(accountsWaiting)]),
  ];
  return { zh: notes.map(({ zh }) => zh).join(''), en: notes.map(({ en }) => en).join(' ') };
};

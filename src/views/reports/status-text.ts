import { same, type Text } from '../../domain/kernel/text.ts';
import { dayText } from '../../wording/dates.ts';
import { deliveryReasons } from '../../wording/delivery-reason-words.ts';
import { roundName, roundStates, roundWindow } from '../../wording/round-words.ts';
import {
  excusedWhy,
  excuseNames,
  funnel,
  missedWhy,
  noRounds,
  unreachedWhy,
} from '../../wording/status-words.ts';
import type { StatusRoundView, StatusView } from './status-view.ts';

const steps = ['enrolled', 'matched', 'reachable', 'delivered', 'started', 'answered'] as const;
const endings = ['excused', 'declined', 'expired'] as const;

/** One number of the funnel; `inner`: how some of those who did not answer ended. */
export interface FunnelStep {
  readonly name: Text;
  readonly count: number;
  readonly inner: boolean;
}

/** Each step among those of the step before; then the endings that happened. */
export const funnelSteps = ({ funnel: counts }: StatusRoundView): FunnelStep[] =>
  counts === undefined
    ? []
    : [
        ...steps.flatMap((step) => {
          const count = counts[step];
          return count === undefined ? [] : [{ name: funnel[step], count, inner: false }];
        }),
        ...endings
          .filter((ending) => counts[ending] > 0)
          .map((ending) => ({ name: funnel[ending], count: counts[ending], inner: true })),
      ];

/** Why anybody fell out, and what helps. */
export const reasonsOf = (round: StatusRoundView): Text[] => [
  ...(round.state === 'missed' ? [missedWhy] : []),
  ...round.excuses.map(({ excuse, count }) => excusedWhy(excuseNames[excuse], count)),
  ...round.unreached.map(({ reason, count }) =>
    unreachedWhy(deliveryReasons[reason].why, count, deliveryReasons[reason].remedy),
  ),
];

/** What is asked, and how that round stands. */
export const roundTitle = ({ questionnaire, state }: StatusRoundView): Text =>
  roundName(questionnaire, roundStates[state]);

export const windowText = ({ opensOn, dueDate }: StatusRoundView): Text =>
  roundWindow(dayText(opensOn), dayText(dueDate));

/** Says so where there is no round. */
export const statusNote = ({ rounds }: StatusView): Text => (rounds.length === 0 ? noRounds : same(''));

import type { DeliveryReason } from '../../domain/deliveries/delivery.ts';
import type { RoundState } from '../../domain/followups/round.ts';
import type { Excuse } from '../../domain/followups/visit.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { type Funnel, funnelOf, type RoundFunnel } from '../../domain/reports/funnel.ts';
import type { Training } from '../../domain/trainings/training.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';

export interface StatusRoundView {
  /** What is asked, and in which of several rounds. */
  readonly questionnaire: Text;
  readonly state: RoundState;
  /** Local dates. */
  readonly opensOn: string;
  readonly dueDate: string;
  /** People, each step among those of the step before; absent before the round opens. */
  readonly funnel?: Readonly<Record<'enrolled' | 'delivered', number>> & {
    /** Who has an account and can be reached, today: not of a closed round. */
    readonly matched?: number;
    readonly reachable?: number;
    readonly excused: number;
    readonly progress: RoundFunnel['progress'];
  };
  readonly excuses: readonly { readonly excuse: Excuse; readonly count: number }[];
  /** Their questionnaire comes on a later day. */
  readonly postponed: number;
  readonly unreached: readonly { readonly reason: DeliveryReason; readonly count: number }[];
}

export interface StatusView {
  readonly code: string;
  readonly training: string;
  /** So many accounts, of anybody's, wait for the asker to say whose they are; absent where none does, or it is not theirs to say. */
  readonly accountsWaiting?: number;
  /** Holidays are known until this local date, and a round's dates lie beyond it. */
  readonly holidaysUntil?: string;
  /** What the channel for results is called, where nothing can be posted there. */
  readonly lostChannel?: string;
  /** By due day. */
  readonly rounds: readonly StatusRoundView[];
}

/** W1, P2: how far a training's follow-up is, in people. */
export const statusView = async (
  from: Pick<
    ViewParts,
    | 'accounts'
    | 'calendar'
    | 'clock'
    | 'deliveries'
    | 'departmentAddress'
    | 'questionnaires'
    | 'results'
    | 'rounds'
    | 'settings'
    | 'trainings'
    | 'visits'
  >,
  training: Training,
  accountsWaiting = 0,
): Promise<StatusView> => {
  const funnel = await funnelOf(from, training);
  const chosen = await from.departmentAddress.current();
  const until = from.calendar.knownUntil?.toString();
  const goesOnFor = funnel.rounds.some(({ round }) => until !== undefined && round.dueDate > until);
  return {
    code: training.code,
    training: training.title,
    ...(accountsWaiting === 0 ? {} : { accountsWaiting }),
    ...(until === undefined || !goesOnFor ? {} : { holidaysUntil: until }),
    ...(chosen?.lost === undefined ? {} : { lostChannel: chosen.name }),
    rounds: funnel.rounds.map((round) => roundView(from, funnel, round)),
  };
};

const roundView = (
  from: Pick<ViewParts, 'questionnaires'>,
  funnel: Funnel,
  step: RoundFunnel,
): StatusRoundView => {
  const { round } = step;
  const begun = round.state === 'open' || round.state === 'closed';
  const excuses = Object.entries(step.excused) as [keyof RoundFunnel['excused'], number][];
  const undelivered = Object.entries(step.undelivered) as [keyof RoundFunnel['undelivered'], number][];
  return {
    questionnaire: titleOfRound(from, round, funnel.training),
    state: round.state,
    opensOn: localDate(round.opensAt, funnel.training.timeZone),
    dueDate: round.dueDate,
    ...(begun
      ? {
          funnel: {
            enrolled: step.due,
            ...step.today,
            delivered: step.delivered,
            progress: step.progress,
            excused: excuses.reduce((sum, [, count]) => sum + count, 0),
          },
        }
      : {}),
    excuses: excuses.filter(([, count]) => count > 0).map(([excuse, count]) => ({ excuse, count })),
    postponed: step.undelivered.postponed ?? 0,
    unreached: undelivered.flatMap(([reason, count]) =>
      reason === 'waiting' || reason === 'postponed' ? [] : [{ reason, count }],
    ),
  };
};

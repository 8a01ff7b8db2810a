import type { CloudAdapter } from 'botbuilder';
import type { Pace } from '../../domain/deliveries/pace.ts';
import type { Clock } from '../../domain/kernel/clock.ts';
import type { Stores } from '../../domain/stores.ts';
import type { ConnectorTo } from './keep-connectors.ts';

export interface SendParts {
  /** One without `onTurnError`: a failed send must be seen to fail. */
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** The bot's id in Teams (`28:…`). */
  readonly botId: string;
  readonly allowedServiceHosts: readonly string[];
  /** Where somebody is written to first who was met in a roster only. */
  readonly defaultServiceUrl: string;
  readonly stores: Pick<Stores, 'accounts' | 'departmentAddress'>;
  readonly clock: Clock;
  /** Retry-After dates are by real time. */
  readonly realClock: Clock;
  /** For what is sent unasked; whoever waits for an answer is not kept waiting in a line. */
  readonly pace?: Pace;
}

/** What sending works with, beside its parts. */
export interface SendTools extends SendParts {
  readonly pace: Pace;
  readonly connectorTo: ConnectorTo;
}

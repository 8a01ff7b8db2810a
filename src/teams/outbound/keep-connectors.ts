import type { CloudAdapter } from 'botbuilder';
import type { Clock } from '../../domain/kernel/clock.ts';
import { type Connector, withConnector } from './with-connector.ts';

export type ConnectorTo = (serviceUrl: string) => Promise<Connector>;

/** Made anew now and then, in case a credential or an address changed. */
const keptMs = 10 * 60_000;

/**
 * One connector per service, kept: the SDK makes one in each turn, and a turn for every message costs more than
 * the message. Its credentials are asked anew for every request, so tokens stay fresh.
 */
export const keepConnectors = (adapter: CloudAdapter, appId: string, realClock: Clock): ConnectorTo => {
  const kept = new Map<string, { readonly connector: Promise<Connector>; readonly at: number }>();
  return (serviceUrl) => {
    const at = realClock.now().getTime();
    const known = kept.get(serviceUrl);
    if (known !== undefined && Math.abs(at - known.at) < keptMs) return known.connector;
    const connector = withConnector(adapter, appId, serviceUrl, async (made) => made);
    kept.set(serviceUrl, { connector, at });
    connector.catch(() => kept.delete(serviceUrl));
    return connector;
  };
};

import { AsyncLocalStorage } from 'node:async_hooks';
import { CloudAdapter, type ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Log } from '../../domain/kernel/log.ts';
import { problemOf } from '../../domain/kernel/problem.ts';
import { type LimitedRequest, sendWithin } from './limit-policy.ts';

/** With a token that has to be asked for first: what began no earlier than this is given up. */
export const callTimeoutMs = 15_000;

type PolicyRequest = LimitedRequest;
interface Pipeline {
  removePolicy(which: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: PolicyRequest, next: (request: PolicyRequest) => Promise<unknown>): Promise<unknown>;
  }): void;
  getOrderedPolicies(): readonly { readonly name: string }[];
}

const ourPolicy = 'follow-up-timeout';
const departures = new AsyncLocalStorage<{ left: boolean; over: boolean }>();

/**
 * The SDK repeats sends by itself (duplicates) and waits for ever (TEAMS.md §1.3). A client is tamed by the first
 * turn that has it.
 */
const tame = (client: unknown): void => {
  const pipeline = pipelineOf(client);
  if (pipeline === undefined || typeof client !== 'object' || client === null) return;
  if (pipeline.getOrderedPolicies().some(({ name }) => name === ourPolicy)) return;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: ourPolicy,
    async sendRequest(request, next) {
      const departure = departures.getStore();
      // Whoever asked was told that it never left.
      if (departure?.over === true) throw new Error('given up before it left');
      if (departure !== undefined) departure.left = true;
      return sendWithin(request, next);
    },
  });
};

const pipelineOf = (client: unknown): Pipeline | undefined => {
  const holder = client as { client?: { pipeline?: Pipeline }; pipeline?: Pipeline } | undefined;
  return holder?.client?.pipeline ?? holder?.pipeline;
};

/** Runs work that may ask whether any request of its own left the process: what failed before was certainly not sent. */
export const watchDepartures = <Result>(work: (left: () => boolean) => Promise<Result>): Promise<Result> => {
  const departure = { left: false, over: false };
  return departures.run(departure, () => work(() => departure.left));
};

/** What a call gives, unless it takes too long: then it is thrown, and nothing of it leaves any more. */
export const inTime = async <Result>(call: Promise<Result>, ms = callTimeoutMs): Promise<Result> => {
  const departure = departures.getStore();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (departure !== undefined) departure.over = true;
      reject(new Error('the call took too long'));
    }, ms);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
};

const createAdapter = (authentication: ConfigurationBotFrameworkAuthentication): CloudAdapter => {
  const adapter = new CloudAdapter(authentication);
  adapter.use(async (context: TurnContext, next: () => Promise<void>) => {
    tame(context.turnState.get(adapter.ConnectorClientKey));
    await next();
  });
  return adapter;
};

/** For what arrives. A turn that fails is logged; it never writes to anybody by itself. */
export const createInboundAdapter = (
  authentication: ConfigurationBotFrameworkAuthentication,
  log: Log,
): CloudAdapter => {
  const adapter = createAdapter(authentication);
  adapter.onTurnError = async (context, error) => {
    log.error({ activity: context.activity.type, problem: problemOf(error) }, 'a turn failed');
  };
  return adapter;
};

/** For what is sent unasked: without `onTurnError`, which would make a failed send look like a good one (TEAMS.md §2.2). */
export const createOutboundAdapter = createAdapter;

import type { IncomingHttpHeaders } from 'node:http';
import { type Activity, type CloudAdapter, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Log } from '../../domain/kernel/log.ts';
import { problemOf } from '../../domain/kernel/problem.ts';
import { type InboundActivity, inboundActivity } from './activity-shape.ts';
import type { Admission, Caller, createGate } from './authenticate.ts';

/** What is needed of restify's request and response; any framework's will do. */
export interface EndpointRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}
export interface EndpointResponse {
  writeHead(status: number, headers?: Record<string, string>): unknown;
  end(body?: string): unknown;
}

interface EndpointParts {
  readonly gate: ReturnType<typeof createGate>;
  readonly adapter: CloudAdapter;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly log: Log;
}

/** Shape, token, origin; only then the SDK. Nothing that went wrong inside is told. */
export const createEndpoint =
  ({ gate, adapter, turn, log }: EndpointParts) =>
  async (request: EndpointRequest, response: EndpointResponse): Promise<void> => {
    const authorization = request.headers.authorization ?? '';
    const parsed = inboundActivity.safeParse(request.body);
    if (!parsed.success) return answer(response, authorization === '' ? 401 : 400);
    const admission: Admission = await gate.admit(parsed.data, authorization);
    if (!admission.admitted) {
      log.warn({ status: admission.status, why: admission.why }, 'activity refused');
      return answer(response, admission.status);
    }
    const said = await throughSdk(adapter, admission.caller ?? authorization, parsed.data, turn).catch(
      (error: unknown): Said => {
        log.error({ problem: problemOf(error) }, 'a turn could not be run');
        return { status: 500 };
      },
    );
    return answer(response, said.status, said.status === 200 ? said.body : undefined);
  };

const answer = (response: EndpointResponse, status: number, body?: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body ?? { status }));
};

interface Said {
  readonly status: number;
  readonly body?: unknown;
}

/** Runs the turn for the caller whose token was checked already; a pressed button that nobody answers is a 501. */
const throughSdk = async (
  adapter: CloudAdapter,
  caller: Caller | string,
  activity: InboundActivity,
  turn: (context: TurnContext) => Promise<void>,
): Promise<Said> => {
  let answered: { readonly value?: Said } | undefined;
  await adapter.processActivityDirect(caller, activity as unknown as Activity, async (context) => {
    await turn(context);
    answered = context.turnState.get(INVOKE_RESPONSE_KEY);
  });
  if (activity.type !== 'invoke') return { status: 200 };
  return answered?.value ?? { status: 501 };
};

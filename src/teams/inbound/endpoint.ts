import type { IncomingHttpHeaders } from 'node:http';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Log } from '../../domain/kernel/log.ts';
import { inboundActivity } from './activity-shape.ts';
import type { Admission, createGate } from './authenticate.ts';

/** What is needed of restify's request and response; any framework's will do. */
export interface EndpointRequest {
  readonly method?: string | undefined;
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

/** Shape, token, origin; only then the SDK. What it answers besides an invoke's body is never passed on. */
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
    const said = await throughSdk(adapter, request, turn);
    if (parsed.data.type === 'invoke' && said.status === 200) return answer(response, 200, said.body);
    return answer(response, said.status);
  };

const answer = (response: EndpointResponse, status: number, body?: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body ?? { status }));
};

/** Runs the turn and catches what the SDK would write, for its error bodies tell what went wrong inside. */
const throughSdk = async (
  adapter: CloudAdapter,
  request: EndpointRequest,
  turn: (context: TurnContext) => Promise<void>,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const said: { status: number; body: unknown } = { status: 500, body: undefined };
  const recorder = {
    socket: undefined,
    status: (code: number) => {
      said.status = code;
    },
    header: () => {},
    send: (body: unknown) => {
      said.body = body;
    },
    end: () => {},
  };
  await adapter.process(
    {
      method: request.method ?? 'POST',
      headers: { ...request.headers },
      body: request.body as Record<string, unknown>,
    },
    recorder,
    turn,
  );
  return said;
};

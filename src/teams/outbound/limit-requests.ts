import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

export interface RequestLimits {
  /** From the first try to connect to the last byte of the answer, in milliseconds. */
  readonly ms: number;
  readonly bytes: number;
}

const created = 'http.client.request.created';

/**
 * No request of this process waits for ever, whichever library asks: the SDK fetches its token, the signing keys and what
 * they are found by without any limit on time or size (TEAMS.md, additions), and has no place to give it one. Returns what
 * lifts the limits again.
 */
export const limitRequests = ({ ms, bytes }: RequestLimits): (() => void) => {
  const onCreated = (message: unknown): void => {
    const { request } = message as { readonly request: ClientRequest };
    const timer = setTimeout(() => request.destroy(new Error('the answer took too long')), ms);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
    request.once('response', (response) => countBytes(response, bytes, request));
  };
  subscribe(created, onCreated);
  return () => void unsubscribe(created, onCreated);
};

/** Counted where they arrive: a listener would make them flow before whoever asked is ready. */
const countBytes = (response: IncomingMessage, most: number, request: ClientRequest): void => {
  let bytes = 0;
  const push = response.push.bind(response);
  response.push = (chunk: Buffer | string | null, encoding?: BufferEncoding): boolean => {
    bytes += chunk?.length ?? 0;
    if (bytes <= most) return push(chunk, encoding);
    request.destroy(new Error('the answer was too large'));
    return false;
  };
};

/** One request to Teams takes no longer, its answer's last byte included; a delivery's lease is measured by it. */
export const requestTimeoutMs = 10_000;
/** The largest answer there is, a page of 500 members, is about a tenth of it. */
export const largestAnswerBytes = 2 * 1024 * 1024;

/** The part of the SDK's request that is limited. */
export interface LimitedRequest {
  timeout: number;
  abortSignal?: AbortSignal;
  onDownloadProgress?: (progress: { readonly loadedBytes: number }) => void;
}

/**
 * Sends it, within these limits. The client's own time-out ends with the headers: a body may drip for ever, or never end.
 * Unpacked bytes count.
 */
export const sendWithin = async <Request extends LimitedRequest, Answer>(
  request: Request,
  send: (request: Request) => Promise<Answer>,
  ms = requestTimeoutMs,
  bytes = largestAnswerBytes,
): Promise<Answer> => {
  const ending = new AbortController();
  const over = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(new Error('the answer was too slow or too large')));
  });
  const timer = setTimeout(() => ending.abort(), ms);
  request.timeout = ms;
  request.abortSignal = ending.signal;
  request.onDownloadProgress = ({ loadedBytes }) => {
    if (loadedBytes > bytes) ending.abort();
  };
  try {
    return await Promise.race([send(request), over]);
  } finally {
    clearTimeout(timer);
  }
};

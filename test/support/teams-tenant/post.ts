import { Agent, request } from 'node:http';

export interface BotAnswer {
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The answer's JSON, or its text where it is none; undefined when it is empty. */
  readonly body: unknown;
  readonly text: string;
  /** Why there was no answer. */
  readonly failure: 'late' | 'no connection' | undefined;
  readonly milliseconds: number;
}

export interface Poster {
  post(
    url: string,
    body: string | Buffer,
    headers: Record<string, string>,
    deadline: number,
  ): Promise<BotAnswer>;
  close(): void;
}

/** Posts over kept-alive connections and gives up after `deadline` milliseconds. */
export function createPoster(): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    post: (url, body, headers, deadline) =>
      new Promise((resolve) => {
        const started = Date.now();
        const end = (status: number, text: string, failure?: BotAnswer['failure']) => {
          clearTimeout(timer);
          resolve({ status, text, body: parse(text), failure, milliseconds: Date.now() - started });
        };
        const length = String(Buffer.byteLength(body));
        const options = { method: 'POST', agent, headers: { 'content-length': length, ...headers } };
        const outgoing = request(url, options, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => end(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
          response.on('error', () => end(0, '', 'no connection'));
        });
        const timer = setTimeout(() => {
          end(0, '', 'late');
          outgoing.destroy();
        }, deadline);
        outgoing.on('error', () => end(0, '', 'no connection'));
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

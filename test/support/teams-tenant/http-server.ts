import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What to answer: a status with JSON, or nothing at all. */
export type HttpAnswer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'hang'
  | 'drop the connection';

export interface HttpServer {
  readonly origin: string;
  close(): Promise<void>;
}

const bodyLimit = 4 * 1024 * 1024;

/** Serves JSON on a free port of the loopback interface; closing ends every open connection. */
export async function serveOnLoopback(
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => handle(readRequest(request, body)))
      .then((answer) => write(request, response, answer))
      .catch((error: unknown) => write(request, response, { status: 500, body: { error: String(error) } }));
  });
  server.keepAliveTimeout = 60_000; // longer than a bot pauses, so that reused connections do not break
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readRequest(request: IncomingMessage, body: string): HttpRequest {
  const url = new URL(request.url ?? '/', 'http://loopback');
  const { authorization } = request.headers;
  return { method: request.method ?? '', path: url.pathname, query: url.searchParams, authorization, body };
}

function write(request: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  if (answer === 'hang') return; // ended by the other side, or by close
  if (answer === 'drop the connection') {
    request.socket.destroy();
    return;
  }
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const type = text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  // Two statements: restify, loaded beside this, makes every writeHead of the process return nothing.
  response.writeHead(answer.status, { ...type, ...answer.headers });
  response.end(text);
}

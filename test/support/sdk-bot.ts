import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { BotAuth } from './teams-tenant/bot-auth.ts';

/** The SDK on a bare HTTP server, with nothing of the product in it. */
export interface SdkBot {
  readonly url: string;
  readonly adapter: CloudAdapter;
  close(): Promise<void>;
}

/** Starts a bot that trusts this tenant and answers every turn with `logic`. */
export async function startSdkBot(
  auth: BotAuth,
  logic: (context: TurnContext) => Promise<void>,
): Promise<SdkBot> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({ ...auth.parameters }, auth.credentials),
  );
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { method = '', headers } = request;
    const answer = {
      socket: request.socket,
      status: (code: number) => response.writeHead(code),
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      send: (content: unknown) =>
        response.write(typeof content === 'string' ? content : JSON.stringify(content)),
      end: () => response.end(),
    };
    await adapter.process({ method, headers, body }, answer, logic);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bot has no port');
  return {
    url: `http://127.0.0.1:${address.port}/api/messages`,
    adapter,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

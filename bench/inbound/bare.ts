// A bare teams-ai bot: checks the token, does one insert, answers with a card. What the product is compared with.
import type { AddressInfo } from 'node:net';
import { Application, type TurnState } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import mongoose from 'mongoose';
import restify from 'restify';
import { credentialsWith } from '../../test/support/teams-tenant/bot-auth.ts';
import type { BotArgument } from '../delivery/bot.ts';
import { answerParent, givenArgument } from '../delivery/child.ts';

const given = givenArgument() as BotArgument & { readonly card: object };
const connection = await mongoose
  .createConnection(given.uri, { dbName: given.dbName, writeConcern: { w: 'majority', journal: true } })
  .asPromise();
const submitted = connection.collection('bare');
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    { ...given.parameters },
    credentialsWith(given.appId, given.token),
  ),
);
const app = new Application<TurnState>();
app.adaptiveCards.actionExecute('answer-page', async (context) => {
  const { from, value } = context.activity;
  await submitted.insertOne({ who: from.aadObjectId, at: new Date(), ...value.action.data });
  return given.card as never; // the library's own type wants a version
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  const asked = { method: 'POST', headers: request.headers, body: request.body };
  await adapter.process(asked, response, async (context) => void (await app.run(context)));
});
await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));

const does = {
  cpuMs: () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  url: () => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
};
export type Bare = typeof does;

process.once('SIGTERM', async () => {
  await connection.close();
  process.exit();
});
answerParent(does);

// The world outside the bots, in a process of its own: Teams with people who have questionnaires, and the database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { openStores } from '../../src/store/open-stores.ts';
import type { Activity } from '../../test/support/teams-tenant/activity.ts';
import type { Person } from '../../test/support/teams-tenant/person.ts';
import { startTeamsTenant } from '../../test/support/teams-tenant.ts';
import { answerParent } from '../delivery/child.ts';
import { lookInto } from '../delivery/look-into.ts';
import { type Campaign, seed, workingHour } from '../delivery/seed.ts';
import { storeSettings } from '../delivery/stored-responses.ts';
import { answeredBy, holdBack, lastSeen, storedIn, submissionsOf } from './questionnaires.ts';

/** A few cards are kept, one is pressed; of the thousands of others it is enough that they came. */
let whole = 20;
const remember = (activity: Activity): Activity => {
  whole -= 1;
  return whole >= 0 ? activity : { type: activity.type };
};

const tenant = await startTeamsTenant({ remember });
const folder = mkdtempSync(join(tmpdir(), 'bench-inbound-'));
const database = await startEmbeddedMongo({ folder, durability: 'off', tcp: true });
const dbName = 'bench';
let trainees: readonly Person[] = [];

const inDatabase = <Seen>(look: (connection: Connection) => Promise<Seen>): Promise<Seen> =>
  lookInto({ uri: database.uri, dbName }, look);

const does = {
  /** The second training's round opens so many milliseconds after the bench begins, by the product's clock. */
  prepare: async ({ secondAfterMs, ...campaign }: Campaign & { secondAfterMs: number }) => {
    const opened = await openStores({ ...storeSettings, uri: database.uri, dbName });
    trainees = await seed(opened, tenant, campaign);
    await opened.close();
    const opensAt = new Date(workingHour.getTime() + secondAfterMs);
    await inDatabase((connection) => holdBack(connection, 'BENCH-2', opensAt));
    await inDatabase((connection) => lastSeen(connection, new Date(workingHour.getTime() - 24 * 3_600_000)));
    const { parameters, appId, tenantId, token } = tenant.botAuth();
    const { serviceUrl } = tenant;
    return { uri: database.uri, dbName, parameters, appId, tenantId, token, serviceUrl };
  },
  connect: (url: string) => tenant.connect(`${url}/api/messages`),
  /** One trainee answers everything; the others' answers are made ready to be posted. */
  questionnaires: async () => {
    const invited = trainees.filter(({ chat }) => chat.messages.length > 0);
    const first = invited.find(({ chat }) => chat.cards.length > 0);
    if (first === undefined) throw new Error('nobody was invited');
    const model = await answeredBy(first);
    const questionnaires = await inDatabase((connection) => submissionsOf(connection, invited, model));
    return { questionnaires, card: model.card, token: await tenant.token() };
  },
  stored: () => inDatabase(storedIn),
  /** How many messages arrived, and how many trainees have none yet. */
  messages: () => {
    const reached = new Set(tenant.sent.map(({ conversation }) => conversation.id));
    return { arrived: tenant.sent.length, waiting: trainees.length - reached.size };
  },
  close: async () => {
    await tenant.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  },
};
export type World = typeof does;

answerParent(does);

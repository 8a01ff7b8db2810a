import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../src/embedded-mongo/start-embedded-mongo.ts';
import { startEarlierOffice } from '../support/start-earlier-office.ts';
import { startTeamsTenant } from '../support/teams-tenant.ts';
import { attack, type Claim } from './attack.ts';
import { copiesOf, type Hoard, hoardOf } from './hoard.ts';
import { playRound, type Truth } from './play-round.ts';

/** A moment at which somebody comes by, and what they find. */
export interface Raid {
  readonly when: 'open' | 'closed' | 'stopped';
  readonly hoard: Hoard;
  readonly claims: readonly Claim[];
}

export interface Raided {
  readonly truth: Truth;
  readonly raids: readonly Raid[];
}

const dbName = 'office';
const minuteMs = 60_000;

/**
 * The product of this folder (of this version or an earlier one) on its embedded database carries out a round; somebody
 * comes by while the round is open, when it is closed and when the product has stopped.
 */
export const underAttack = async (productFolder: string): Promise<Raided> => {
  const place = await mkdtemp(join(tmpdir(), 'attack-'));
  const dataFolder = join(place, 'data');
  const databaseFolder = join(dataFolder, 'database');
  const tenant = await startTeamsTenant();
  const staff = tenant.person({ name: 'Staff', email: 'staff@contoso.example', locale: 'en-US' });
  const { appId, tenantId, parameters, token } = tenant.botAuth();
  const at = new Date('2026-08-14T10:00+08:00');
  // The attack knows how far the product's clock is ahead: elsewhere it is not.
  let clockAheadMs = at.getTime() - Date.now();
  const office = await startEarlierOffice({
    folder: productFolder,
    database: { kind: 'embedded', folder: dataFolder, name: dbName },
    auth: { appId, tenantId, parameters, token },
    firstStaff: staff.aadObjectId,
    at: at.toISOString(),
    clockRuns: true,
    tickEveryMs: 300,
    closingPauseMs: 500,
  });
  tenant.connect(`${office.url}/api/messages`);
  await staff.installs();
  const stage = {
    tenant,
    office: {
      ...office,
      setTime: (moment: Date) => {
        clockAheadMs = moment.getTime() - Date.now();
        office.setTime(moment);
      },
    },
  };
  const raids: Raid[] = [];
  const raid = async (when: Raid['when'], ahead: number, copies: readonly string[] = []): Promise<void> => {
    const metrics = when === 'stopped' ? '' : await (await fetch(`${office.metricsUrl}/metrics`)).text();
    const texts = [...office.log.map((line) => JSON.stringify(line)), metrics].join('\n');
    const hoard = await hoardOf([databaseFolder, ...copies], dbName, texts);
    raids.push({ when, hoard, claims: attack(hoard, ahead) });
  };
  try {
    const truth = await playRound(stage);
    const ahead = clockAheadMs;
    await raid('open', ahead, await copiesOf(productFolder, dataFolder, join(place, 'open')));
    stage.office.setTime(new Date('2026-08-31T09:00+08:00'));
    await closed(databaseFolder);
    await raid('closed', ahead, await copiesOf(productFolder, dataFolder, join(place, 'closed')));
    await office.stop();
    await raid('stopped', ahead);
    return { truth, raids };
  } finally {
    await office.kill();
    await tenant.close();
    await rm(place, { recursive: true, force: true });
  }
};

/** Waits until the first rounds are closed and their results out. */
const closed = async (databaseFolder: string): Promise<void> => {
  const server = await startEmbeddedMongo({ folder: databaseFolder });
  const client = await new mongoose.mongo.MongoClient(server.uri).connect();
  const open = { kind: 'T1', $or: [{ state: { $ne: 'closed' } }, { announced: { $ne: true } }] };
  try {
    const rounds = client.db(dbName).collection('rounds');
    for (const until = Date.now() + minuteMs; (await rounds.countDocuments(open)) > 0; ) {
      if (Date.now() > until) throw new Error('the rounds do not close');
      await new Promise((done) => setTimeout(done, 100));
    }
  } finally {
    await client.close();
  }
};

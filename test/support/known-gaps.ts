import type mongoose from 'mongoose';

/** Things MongoDB can do that some server the tests may run on cannot. */
export type Feature =
  | 'transactions'
  | 'collations'
  | 'change streams'
  | 'JavaScript in queries'
  | 'JSON schema'
  | 'bit queries'
  | 'text indexes'
  | 'capped collections'
  | 'decimal arithmetic'
  | 'writing aggregations'
  | 'array projections'
  | 'date arithmetic'
  | 'joining collections'
  | 'positional updates'
  | 'updates with array filters'
  | 'expressions in filters';

export type ServerKind = 'embedded' | 'mongodb';

/** What each server is known not to do, with the code it refuses it by. What is not listed has to work. */
export const knownGaps: Readonly<Record<ServerKind, Readonly<Partial<Record<Feature, number>>>>> = {
  embedded: {
    transactions: 263,
    collations: 40415,
    'change streams': 40324,
    'JavaScript in queries': 2,
    'JSON schema': 2,
    'bit queries': 2,
    'text indexes': 67,
    'capped collections': 40415,
    'decimal arithmetic': 238,
    'writing aggregations': 40324,
    'array projections': 31325,
    'date arithmetic': 31325,
    'joining collections': 40324,
    'positional updates': 2,
    'updates with array filters': 40415,
    'expressions in filters': 2,
  },
  mongodb: {},
};

/** Which kind of server this is, by what it says of itself. */
export async function serverKind(client: mongoose.mongo.MongoClient): Promise<ServerKind> {
  const { modules } = await client.db('admin').command({ buildInfo: 1 });
  return Array.isArray(modules) && modules.includes('embedded') ? 'embedded' : 'mongodb';
}

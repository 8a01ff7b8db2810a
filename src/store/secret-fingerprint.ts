import { type Connection, Schema } from 'mongoose';
import type { SecretFingerprintStore } from '../domain/responses/response-store.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsertAndRead } from './upsert.ts';

interface FingerprintRecord {
  _id: 'response-keys';
  fingerprint: string;
}

const schema = new Schema<FingerprintRecord>(
  { _id: String, fingerprint: String },
  storedAs('secret-fingerprints'),
);

/** The first fingerprint kept stays; of two processes starting at once both hear the same one. */
export const secretFingerprintStore = (connection: Connection): SecretFingerprintStore => {
  const fingerprints = connection.model('SecretFingerprint', schema);

  return {
    kept: async () => (await fingerprints.findById('response-keys').lean())?.fingerprint,
    keep: (fingerprint) =>
      settled(async () => {
        const update = { $setOnInsert: { fingerprint } };
        const kept = fingerprints.findOneAndUpdate({ _id: 'response-keys' }, update, upsertAndRead);
        return (await kept.orFail().lean()).fingerprint;
      }),
  };
};

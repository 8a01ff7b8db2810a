import type { Connection, mongo } from 'mongoose';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import type { Response } from '../../src/domain/responses/response.ts';
import { createSeal } from '../../src/domain/responses/seal.ts';
import { openResponse, type SealedResponse } from '../../src/domain/responses/sealed-response.ts';

/** What every process of the benches works with. */
export const storeSettings = {
  answerSecret: 'a secret for measuring, of at least 32 characters',
  timeZone: defaultSettings.organisation.timeZone,
} as const;

const seal = createSeal(storeSettings.answerSecret);

/** Every response of a bench's database, opened; throws when one is damaged. */
export const storedResponses = async (connection: Connection): Promise<Response[]> => {
  const responses = connection.collection('responses') as unknown as mongo.Collection<SealedResponse>;
  const records = await responses.find({}, { promoteBuffers: true }).toArray();
  return records.map(({ _id, ...record }) => {
    const { response } = openResponse(seal, { ...record, id: String(_id) as SealedResponse['id'] });
    if (response.damaged !== undefined) throw new Error(`${response.damaged} pages are damaged`);
    return response;
  });
};

import type { OfficeUnderTest } from './office-under-test.ts';

/** Everything that is stored, as text, but for when whose account was seen last, and which processes are there. */
export const everythingIn = async ({ running }: OfficeUnderTest): Promise<string> => {
  const { database } = running.office;
  const names = (await database.listCollections())
    .map(({ name }) => name)
    .filter((one) => one !== 'accounts' && one !== 'processes');
  const stored: [string, unknown][] = [];
  for (const name of names.sort()) {
    stored.push([name, await database.collection(name).find().sort({ _id: 1 }).toArray()]);
  }
  return JSON.stringify(stored);
};

import { expect, test } from 'vitest';
import { checkConfig } from '../../src/cli/check-config.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';

test('a check needs no settings at all', () => {
  const { config, notUnderstood } = checkConfig({});
  expect(notUnderstood).toEqual([]);
  expect(config.settings).toEqual(defaultSettings);
  expect(config.database).toMatchObject({ kind: 'embedded' });
});

test('settings that are given count, and those that cannot be understood are named and left out', () => {
  const { config, notUnderstood } = checkConfig({
    ORGANISATION_TIME_ZONE: 'Europe/Berlin',
    DELIVERY_HOURS: 'always',
    BOT_APP_ID: 'not an id',
    ANSWER_SECRET: 'short',
    MONGODB_URI: 'mongodb://localhost:27017',
  });
  expect(notUnderstood).toEqual(['DELIVERY_HOURS']);
  expect(config.settings.organisation.timeZone).toBe('Europe/Berlin');
  expect(config.settings.deliveryHours).toEqual(defaultSettings.deliveryHours);
  expect(config.database.kind).toBe('server');
});

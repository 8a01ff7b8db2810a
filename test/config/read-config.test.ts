import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { configVariables, readConfig } from '../../src/config/read-config.ts';
import { numberHint, whereToGet } from '../../src/config/variables.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { requiredVariables, without } from '../support/any-environment.ts';

const { ANSWER_SECRET = '', BOT_TENANT_ID } = requiredVariables;

const configOf = (variables: Readonly<Record<string, string>>, mode: 'real' | 'local' = 'real'): Config => {
  const read = readConfig(variables, mode);
  if (!read.ok) throw new Error(`refused: ${read.variables.map(({ name }) => name).join(', ')}`);
  return read.config;
};
const refusedOf = (variables: Readonly<Record<string, string>>, mode: 'real' | 'local' = 'real') => {
  const read = readConfig(variables, mode);
  return read.ok ? [] : read.variables;
};
const wrong = (name: string) => [{ name, missing: false }];
const missing = (name: string) => [{ name, missing: true }];

describe('the configuration for real use', () => {
  it('is complete with the required variables; every number is then the policy’s', () => {
    const sending = { requestsPerSecond: 45, campaignSpreadSeconds: 30 };
    expect(configOf(requiredVariables)).toMatchObject({
      port: 3978,
      settings: { ...defaultSettings, sending },
    });
  });

  it('names everything that is missing at once', () => {
    const names = refusedOf({}).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(requiredVariables).toSorted());
  });

  it.each(Object.keys(requiredVariables))('names %s when it alone is missing, or blank', (name) => {
    expect(refusedOf(without(requiredVariables, name))).toEqual(missing(name));
    expect(refusedOf({ ...requiredVariables, [name]: '' })).toEqual(missing(name));
  });

  it.each([
    ['BOT_APP_ID', 'my-bot'],
    ['BOT_APP_TYPE', 'MultiTenant'],
    ['BOT_TENANT_ID', 'contoso.example'],
    ['FIRST_STAFF_ID', 'mara@contoso.example'],
    ['ANSWER_SECRET', 'thirty-one characters are few..'],
    ['PORT', '70000'],
    ['METRICS_PORT', '70000'],
    ['METRICS_PORT', '3978'],
    ['MONGODB_URI', 'localhost:27017'],
    ['ORGANISATION_TIME_ZONE', 'Asia/Peking City'],
    ['ORGANISATION_LANGUAGE', 'fr'],
    ['ORGANISATION_CALENDAR', 'US'],
    ['DELIVERY_HOURS', '18:00-09:00'],
    ['DELIVERY_HOURS', '9-18'],
    ['LOG_LEVEL', 'loud'],
    ['T1_DUE_DAY', '0'],
    ['T2_OPEN_DAY', 'three weeks'],
    ['T4_DUE_MONTHS', '0.5'],
    ['MINIMUM_SCORES', '2'],
    ['MINIMUM_COMMENTS', '1'],
    ['ISSUE_SATISFACTION_BELOW', '60'],
    ['ISSUE_MEAN_BELOW', '6'],
    ['QUESTIONNAIRES_PER_WEEK', '1.5'],
    ['TEAMS_REQUESTS_PER_SECOND', '51'],
    ['CAMPAIGN_SPREAD_SECONDS', '-1'],
  ])('names %s when it says “%s”', (name, value) => {
    expect(refusedOf({ ...requiredVariables, [name]: value })).toEqual(wrong(name));
  });

  it('takes the windows of each kind of visit, and the policy’s where nothing is said', () => {
    const { windows } = configOf({
      ...requiredVariables,
      T1_DUE_DAY: '10',
      T2_OPEN_DAY: '20',
      T3_DUE_DAY: '5',
      T4_DUE_MONTHS: '2',
      T5_OPEN_DAY: '120',
    }).settings;
    expect(windows).toEqual({
      T1: { openDay: 1, due: { days: 10 } },
      T2: { openDay: 20, due: { months: 1 } },
      T3: { openDay: 1, due: { days: 5 } },
      T4: { openDay: 30, due: { months: 2 } },
      T5: { openDay: 120, due: { months: 6 } },
    });
  });

  it('names a missing password together with what else is wrong', () => {
    const names = refusedOf({ ...without(requiredVariables, 'BOT_APP_PASSWORD'), PORT: 'none' });
    expect(names).toEqual([...wrong('PORT'), ...missing('BOT_APP_PASSWORD')]);
  });

  it('needs no password with a managed identity', () => {
    const managed = { ...without(requiredVariables, 'BOT_APP_PASSWORD'), BOT_APP_TYPE: 'UserAssignedMsi' };
    expect(configOf(managed).bot).toMatchObject({ appType: 'UserAssignedMsi', password: '' });
  });

  it('lets in the bot’s own tenant, or those that are listed', () => {
    expect(configOf(requiredVariables).allowedTenants).toEqual([BOT_TENANT_ID]);
    const listed = { ...requiredVariables, ALLOWED_TENANTS: 'one, two;three\nfour' };
    expect(configOf(listed).allowedTenants).toEqual(['one', 'two', 'three', 'four']);
  });

  it('sends the bot’s token to Microsoft’s public cloud only, unless other hosts are listed', () => {
    expect(configOf(requiredVariables).allowedServiceHosts).toEqual(['smba.trafficmanager.net']);
    const listed = { ...requiredVariables, ALLOWED_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us' };
    expect(configOf(listed).allowedServiceHosts).toEqual(['smba.infra.gov.teams.microsoft.us']);
  });

  it('keeps its data on the server that is named, else in the built-in database', () => {
    expect(configOf(requiredVariables).database).toMatchObject({ kind: 'embedded', folder: 'data' });
    const uri = 'mongodb+srv://cluster.contoso.example';
    expect(configOf({ ...requiredVariables, MONGODB_URI: uri }).database).toMatchObject({
      kind: 'server',
      uri,
    });
  });

  it('every number and name that is given counts, each where it belongs', () => {
    const given = {
      ORGANISATION_NAME: 'Contoso',
      ORGANISATION_TIME_ZONE: 'Europe/Berlin',
      ORGANISATION_LANGUAGE: 'en',
      ORGANISATION_CALENDAR: 'weekdays',
      DELIVERY_HOURS: '08:30 - 17:15',
      T1_DUE_DAY: '11',
      T2_OPEN_DAY: '22',
      T2_DUE_MONTHS: '3',
      T3_DUE_DAY: '6',
      T4_OPEN_DAY: '33',
      T4_DUE_MONTHS: '4',
      T5_OPEN_DAY: '155',
      T5_DUE_MONTHS: '7',
      REMINDER_GAP_DAYS: '4',
      MINIMUM_SCORES: '7',
      MINIMUM_COMMENTS: '8',
      ISSUE_MEAN_BELOW: '3.1',
      ISSUE_SATISFACTION_BELOW: '0.55',
      ISSUE_MINIMUM_N: '9',
      QUESTIONNAIRES_PER_WEEK: '2',
      TEAMS_REQUESTS_PER_SECOND: '12',
      CAMPAIGN_SPREAD_SECONDS: '90',
    };
    const { settings } = configOf({ ...requiredVariables, ...given });
    expect(settings).toEqual({
      organisation: { name: 'Contoso', timeZone: 'Europe/Berlin', language: 'en', calendar: 'weekdays' },
      deliveryHours: { from: '08:30', to: '17:15' },
      windows: {
        T1: { ...defaultSettings.windows.T1, due: { days: 11 } },
        T2: { openDay: 22, due: { months: 3 } },
        T3: { ...defaultSettings.windows.T3, due: { days: 6 } },
        T4: { openDay: 33, due: { months: 4 } },
        T5: { openDay: 155, due: { months: 7 } },
      },
      reminderGapDays: 4,
      minimumGroup: { scores: 7, comments: 8 },
      issueRule: { meanBelow: 3.1, satisfactionBelow: 0.55, minimumN: 9 },
      questionnairesPerWeek: 2,
      sending: { requestsPerSecond: 12, campaignSpreadSeconds: 90 },
    });
    // A setting that comes later stands here too.
    const others =
      /^(BOT|ALLOWED|MONGODB)_|^(FIRST_STAFF_ID|ANSWER_SECRET|HOST|(METRICS_)?PORT|DATA_FOLDER|LOG_LEVEL|QUESTIONNAIRES_FOLDER)$/;
    expect(configVariables.filter((name) => !others.test(name)).toSorted()).toEqual(
      Object.keys(given).toSorted(),
    );
    const elsewhere = { HOST: '10.0.0.1', PORT: '80', DATA_FOLDER: 'there', LOG_LEVEL: 'warn' };
    expect(configOf({ ...requiredVariables, ...elsewhere })).toMatchObject({
      host: '10.0.0.1',
      port: 80,
      database: { folder: 'there' },
      logLevel: 'warn',
      answerSecret: requiredVariables.ANSWER_SECRET,
      firstStaff: requiredVariables.FIRST_STAFF_ID,
    });
  });

  it('says where to get each variable that can be refused', () => {
    const numbers = /_(DAYS?|MONTHS|SCORES|COMMENTS|BELOW|N|WEEK)$/;
    const anything = ['HOST', 'MONGODB_DATABASE', 'DATA_FOLDER', 'ALLOWED_TENANTS', 'ALLOWED_SERVICE_HOSTS'];
    const unexplained = configVariables.filter(
      (name) => whereToGet[name] === undefined && !numbers.test(name) && !anything.includes(name),
    );
    expect(unexplained).toEqual([]);
    for (const text of [...Object.values(whereToGet), numberHint]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('local mode', () => {
  const local = { ANSWER_SECRET, FIRST_STAFF_ID: 'user-id-0' };

  it('needs no Azure identity and takes none', () => {
    expect(configOf(local, 'local').bot).toEqual({ kind: 'local' });
    expect(configOf({ ...requiredVariables, ...local }, 'local').bot).toEqual({ kind: 'local' });
  });

  it('listens on loopback and speaks to this machine only, whatever else is asked for', () => {
    const asked = { ...local, HOST: '0.0.0.0', ALLOWED_SERVICE_HOSTS: 'elsewhere.example' };
    expect(configOf(asked, 'local')).toMatchObject({
      host: '127.0.0.1',
      allowedServiceHosts: ['127.0.0.1', 'localhost'],
      allowedTenants: [],
    });
  });

  it('is never what real use falls back to', () => {
    expect(refusedOf(local).map(({ name }) => name)).toContain('BOT_APP_ID');
    expect(configOf({ ...requiredVariables, mode: 'local' }).bot.kind).toBe('entra');
  });
});

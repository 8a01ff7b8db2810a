import type { Config, DatabasePlace } from '../../src/config/config.ts';
import { defaultSettings, type Settings } from '../../src/domain/kernel/settings.ts';
import type { BotAuth } from './teams-tenant/bot-auth.ts';

type Identity = Pick<BotAuth, 'appId' | 'tenantId'>;

export const answerSecret = 'a secret of at least thirty-two characters';

/** A whole configuration for a bot of this tenant on this database, silent, on a free loopback port. */
export const officeConfig = (
  { appId, tenantId }: Identity,
  database: DatabasePlace,
  given: {
    readonly firstStaff?: string;
    readonly settings?: Partial<Settings>;
    readonly questionnairesFolder?: string;
  } = {},
): Config => ({
  bot: { kind: 'entra', appId, tenantId, appType: 'SingleTenant', password: 'the credentials stand in' },
  allowedTenants: [tenantId],
  allowedServiceHosts: ['127.0.0.1'],
  answerSecret,
  firstStaff: given.firstStaff ?? '',
  host: '127.0.0.1',
  port: 0,
  metricsPort: 0,
  database,
  ...(given.questionnairesFolder === undefined ? {} : { questionnairesFolder: given.questionnairesFolder }),
  logLevel: 'silent',
  settings: {
    ...defaultSettings,
    organisation: { ...defaultSettings.organisation, name: '海风公司' },
    ...given.settings,
  },
});

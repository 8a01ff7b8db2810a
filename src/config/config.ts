import type { Settings } from '../domain/kernel/settings.ts';

/** How the bot proves who it is to Microsoft. `local`: no proof at all, loopback only, asked for by name. */
export type BotIdentity =
  | {
      readonly kind: 'entra';
      readonly appId: string;
      readonly tenantId: string;
      readonly appType: 'SingleTenant' | 'UserAssignedMsi';
      readonly password: string;
    }
  | { readonly kind: 'local' };

export type DatabasePlace =
  | { readonly kind: 'server'; readonly uri: string; readonly name: string }
  | { readonly kind: 'embedded'; readonly folder: string; readonly name: string };

/** Everything the product is told from outside, checked once. */
export interface Config {
  readonly bot: BotIdentity;
  /** Microsoft Entra tenants whose people may speak to the bot. */
  readonly allowedTenants: readonly string[];
  /** Hosts the bot's own token may be sent to. */
  readonly allowedServiceHosts: readonly string[];
  /** Keys the response ids; whoever has it and the database can join answers and names. */
  readonly answerSecret: string;
  /** Directory object id of the first member of the training staff. */
  readonly firstStaff: string;
  readonly host: string;
  readonly port: number;
  /** Where programs of this machine read the figures for whoever runs the product; not set: nowhere. */
  readonly metricsPort?: number;
  readonly database: DatabasePlace;
  /** The organisation's own questionnaires, if it has any. */
  readonly questionnairesFolder?: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly settings: Settings;
}

import { randomUUID } from 'node:crypto';
import type { PersonRecord, Platform, World } from './world.ts';

export interface NewPerson {
  name: string;
  /** Default: made from a number. */
  email?: string;
  /** Default: the e-mail. */
  userPrincipalName?: string;
  /** Default `zh-CN`. */
  locale?: string;
  platform?: Platform;
  timezone?: string;
  aadObjectId?: string;
  /** Another tenant's, for a guest. */
  tenantId?: string;
}

/** Adds somebody to the tenant, with everything left open filled in. */
export function newPerson(world: World, about: NewPerson): PersonRecord {
  const email = about.email ?? `person${world.people.length + 1}@example.com`;
  const aadObjectId = about.aadObjectId ?? randomUUID();
  return world.addPerson({
    name: about.name,
    email,
    userPrincipalName: about.userPrincipalName ?? email,
    aadObjectId,
    mri: `29:1${Buffer.from(aadObjectId.replaceAll('-', ''), 'hex').toString('base64url')}`,
    tenantId: about.tenantId ?? world.tenantId,
    locale: about.locale ?? 'zh-CN',
    platform: about.platform ?? 'Windows',
    timezone: about.timezone ?? 'Asia/Shanghai',
    installed: false,
    blocksBot: false,
    left: false,
  });
}

import { type CloudAdapter, TeamsInfo } from 'botbuilder';
import type { Clock } from '../../domain/kernel/clock.ts';
import type { MemberPages } from '../../domain/people/match-members.ts';
import { factsOfMember } from '../inbound/member.ts';
import type { TeamPlace } from '../inbound/on-installation.ts';
import { withConnector } from '../outbound/with-connector.ts';
import { inTime } from './adapter.ts';
import { isAllowedService } from './service-host.ts';
import { seenAs } from './teams-account.ts';

export interface RosterParts {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly allowedServiceHosts: readonly string[];
  readonly clock: Clock;
}

/** Teams gives at most this many at once (TEAMS.md §1.1). */
const pageSize = 500;

/** The members of one team, page by page; throws what Teams refuses with. */
export const createTeamRoster = (
  parts: RosterParts,
  { teamId, tenantId, serviceUrl }: TeamPlace,
): MemberPages => ({
  async members(pageToken) {
    if (!isAllowedService(serviceUrl, parts.allowedServiceHosts)) throw new Error('service URL not allowed');
    const page = await withConnector(parts.adapter, parts.appId, serviceUrl, (_, context) =>
      inTime(TeamsInfo.getPagedTeamMembers(context, teamId, pageSize, pageToken)),
    );
    const seenAt = parts.clock.now();
    return {
      members: page.members.flatMap((member) => {
        const aadObjectId = member.aadObjectId ?? objectIdOf(member);
        if (aadObjectId === undefined) return [];
        const { id: mri, name } = member;
        return [
          { ...seenAs({ tenantId, aadObjectId, mri }), name, ...factsOfMember(member, tenantId), seenAt },
        ];
      }),
      ...(page.continuationToken ? { next: page.continuationToken } : {}),
    };
  },
});

/** Teams sends the directory id as `objectId` too; the SDK's typing does not know it. */
const objectIdOf = (member: object): string | undefined =>
  'objectId' in member && typeof member.objectId === 'string' ? member.objectId : undefined;

import { TeamsInfo, type TurnContext } from 'botbuilder';
import { cleanAddress } from '../../domain/kernel/clean-address.ts';
import type { DirectoryFacts } from '../../domain/people/directory.ts';
import type { Member } from '../outbound/with-connector.ts';

/** What the directory says of a member: their addresses, and whether they are a guest. Throws what Teams refuses with. */
export const lookUpMember = async (
  context: TurnContext,
  memberId: string,
  tenantId: string | undefined,
): Promise<DirectoryFacts> => factsOfMember(await TeamsInfo.getMember(context, memberId), tenantId);

/**
 * Addresses, and whether an account is a guest's: by its role, by its sign-in name
 * (`x_partner.com#EXT#@contoso.onmicrosoft.com`), or because it is of another tenant than the conversation.
 */
export const factsOfMember = (member: Member, tenantId: string | undefined): DirectoryFacts => {
  const emails = emailsIn(member);
  const isForeign =
    member.tenantId !== undefined &&
    tenantId !== undefined &&
    member.tenantId.toLowerCase() !== tenantId.toLowerCase();
  const role = member.userRole?.toLowerCase() ?? '';
  const guest =
    role === 'guest' || role === 'anonymous' || isForeign || emails.some((email) => email.includes('#ext#'));
  return { emails, guest };
};

/** E-mail and sign-in name, cleaned; either may be the one in the roster. */
const emailsIn = ({ email, userPrincipalName }: Member): readonly string[] => [
  ...new Set(
    [email, userPrincipalName]
      .filter((address) => typeof address === 'string')
      .map(cleanAddress)
      .filter((address) => address.includes('@')),
  ),
];

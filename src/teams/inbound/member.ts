import { TeamsInfo, type TurnContext } from 'botbuilder';

/** The directory's addresses of a member of the conversation, lower-cased; empty where Teams gives none. */
export const emailsOfMember = async (context: TurnContext, memberId: string): Promise<readonly string[]> => {
  const member = await TeamsInfo.getMember(context, memberId);
  return emailsIn(member);
};

/** E-mail and sign-in name; either may be the one in the roster. */
export const emailsIn = (member: { email?: string; userPrincipalName?: string }): readonly string[] => [
  ...new Set(
    [member.email, member.userPrincipalName]
      .filter((address) => typeof address === 'string')
      .map((address) => address.trim().toLowerCase())
      .filter((address) => address.includes('@')),
  ),
];

import type { Person } from './person.ts';

/** Every address somebody is found by: the first, and those learnt since (an old one, a new one, the sign-in name). */
export const addressesOf = ({ email, emailIsAnothers, otherEmails = [] }: Person): string[] => [
  ...new Set([...(emailIsAnothers === true ? [] : [email]), ...otherEmails]),
];

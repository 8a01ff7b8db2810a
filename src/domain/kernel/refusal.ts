/** Everything a person can ask for and not get. Each has a sentence in both languages in `wording`. */
export const refusalCodes = [
  'not-allowed',
  'not-yours',
  'account-held',
  'unknown-visit',
  'unknown-training',
  'unknown-person',
  'several-people',
  'unknown-issue',
  'unknown-improvement',
  'round-not-open',
  'round-closed',
  'visit-ended',
  'answer-missing',
  'answer-not-understood',
  'text-too-long',
  'date-missing',
  'date-not-understood',
  'date-not-ahead',
  'owner-missing',
  'owner-not-here',
  'measure-missing',
  'issue-already-assigned',
  'period-not-understood',
  'period-not-begun',
  'report-not-offered',
  'only-in-channel',
  'only-in-chat',
  'chat-first',
  'role-not-understood',
  'department-missing',
  'unknown-department',
  'last-staff-member',
  'deputy-not-understood',
  'deputy-yourself',
  'deputy-too-long',
  'person-left',
  'left-yourself',
  'same-not-understood',
  'same-already',
  'same-meanwhile',
  'form-not-understood',
  'try-again-soon',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** Thrown where a rule says no; caught once per channel and answered with its sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

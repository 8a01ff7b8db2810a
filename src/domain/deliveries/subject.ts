import type { AccountKey, ImprovementId, PersonId, RoundId, TrainingCode, VisitId } from '../kernel/ids.ts';

/** What became otherwise than somebody was told: `begins`: moved to later, it can be answered now. */
export const visitChanges = ['cancelled', 'withdrawn', 'asked-again', 'moved', 'begins'] as const;
export type VisitChange = (typeof visitChanges)[number];

/** What everything that is said unasked is about, by its kind. */
interface About {
  invitation: { readonly visit: VisitId };
  /** The round's reminder of this number, or the one somebody asked for: at this moment (ISO, by the product's clock; a date of UTC in older ones). */
  reminder: { readonly visit: VisitId } & ({ readonly number: number } | { readonly askedFor: string });
  /** The visit's change of this number. */
  'visit-change': { readonly visit: VisitId; readonly change: VisitChange; readonly number: number };
  /** How far a round's invitations are; to the training department. */
  campaign: { readonly round: RoundId };
  /** To the training department. */
  result: { readonly round: RoundId };
  /** To the training department: what trainings of a course, each too small to be told of, said together. */
  'pooled-result': { readonly pool: RoundId };
  'instructor-result': { readonly round: RoundId };
  assignment: { readonly improvement: ImprovementId };
  'improvement-reminder': { readonly improvement: ImprovementId; readonly number: number };
  /** To the department and its instructors, where results of it were shown before. */
  'training-cancelled': { readonly training: TrainingCode };
  /** To staff; another set of missing people has another digest. */
  'roster-gaps': { readonly training: TrainingCode; readonly digest: string };
  /** To staff: so many pages of a round's answers are not as they were saved. */
  'damaged-answers': { readonly round: RoundId; readonly pages: number };
  /** To staff: its result could not be made. */
  'stuck-round': { readonly round: RoundId };
  /** To staff: nothing can be posted where the department reads, since this moment (ISO, by the product's clock). */
  'lost-channel': { readonly since: string };
  /** To staff, once: results wait, and nobody has ever said where the department reads. */
  'no-channel': Readonly<Record<never, never>>;
  /** To staff: holidays are known until this local date; told of when so many days were left. */
  'calendar-ends': { readonly until: string; readonly days: number };
  /** To staff: the visit's absence of this number, from 1; each before the last was taken back. */
  'not-attended': { readonly visit: VisitId; readonly number: number };
  /** To staff, once a day: a local date of the organisation. */
  unreachable: { readonly date: string };
  /** To staff: whose an account is, asked at this moment (ISO, by the product's clock). */
  'account-question': { readonly account: AccountKey; readonly asked: string };
  /** To whoever was named a deputy at this moment (ISO, by the product's clock), or is one no longer. */
  deputy: { readonly principal: PersonId; readonly namedAt: string; readonly over: boolean };
}

export type DeliveryKind = keyof About;

/** What a delivery is about: one of the union, or that of the given kinds. */
export type Subject<Kind extends DeliveryKind = DeliveryKind> = {
  [One in Kind]: { readonly kind: One } & About[One];
}[Kind];

import type { Message, Recipient } from '../domain/deliveries/delivery.ts';
import type { DeliveryKind, Subject, VisitChange } from '../domain/deliveries/subject.ts';
import type {
  AccountKey,
  DeliveryId,
  ImprovementId,
  PersonId,
  RoundId,
  TrainingCode,
  VisitId,
} from '../domain/kernel/ids.ts';

/** Whom a message is for, as it stands in a document: the department by the word from when it had a channel. */
export interface StoredRecipient {
  readonly person?: string;
  readonly channel?: 'department';
}

/** One kind's subject as the string it is stored as, and back. */
interface Spelling<Kind extends DeliveryKind> {
  readonly write: (subject: Subject<Kind>) => string;
  readonly read: (stored: string) => Subject<Kind>;
}

/** What stands before and behind the last `#`. */
const parted = (stored: string): readonly [string, string] => {
  const at = stored.lastIndexOf('#');
  return at < 0 ? [stored, ''] : [stored.slice(0, at), stored.slice(at + 1)];
};

/** Every kind that may stand in a document, with the string for what it is about. They are older than this version: they stay. */
const spellings: { readonly [Kind in DeliveryKind]: Spelling<Kind> } = {
  invitation: {
    write: ({ visit }) => visit,
    read: (stored) => ({ kind: 'invitation', visit: stored as VisitId }),
  },
  reminder: {
    write: (subject) => `${subject.visit}#${'number' in subject ? subject.number : subject.askedFor}`,
    read: (stored) => {
      const [visit, which] = parted(stored);
      const about = { kind: 'reminder', visit: visit as VisitId } as const;
      return /^\d+$/.test(which) ? { ...about, number: Number(which) } : { ...about, askedFor: which };
    },
  },
  'visit-change': {
    write: ({ visit, change, number }) => `${visit}#${change}#${number}`,
    read: (stored) => {
      const [rest, number] = parted(stored);
      const [visit, change] = parted(rest);
      return {
        kind: 'visit-change',
        visit: visit as VisitId,
        change: change as VisitChange,
        number: Number(number),
      };
    },
  },
  campaign: {
    write: ({ round }) => round,
    read: (stored) => ({ kind: 'campaign', round: stored as RoundId }),
  },
  result: {
    write: ({ round }) => round,
    read: (stored) => ({ kind: 'result', round: stored as RoundId }),
  },
  'pooled-result': {
    write: ({ pool }) => pool,
    read: (stored) => ({ kind: 'pooled-result', pool: stored as RoundId }),
  },
  'instructor-result': {
    write: ({ round }) => round,
    read: (stored) => ({ kind: 'instructor-result', round: stored as RoundId }),
  },
  assignment: {
    write: ({ improvement }) => improvement,
    read: (stored) => ({ kind: 'assignment', improvement: stored as ImprovementId }),
  },
  'improvement-reminder': {
    write: ({ improvement, number }) => `${improvement}#${number}`,
    read: (stored) => {
      const [improvement, number] = parted(stored);
      return {
        kind: 'improvement-reminder',
        improvement: improvement as ImprovementId,
        number: Number(number),
      };
    },
  },
  'training-cancelled': {
    write: ({ training }) => training,
    read: (stored) => ({ kind: 'training-cancelled', training: stored as TrainingCode }),
  },
  'roster-gaps': {
    write: ({ training, digest }) => `${training}#${digest}`,
    read: (stored) => {
      const [training, digest] = parted(stored);
      return { kind: 'roster-gaps', training: training as TrainingCode, digest };
    },
  },
  'damaged-answers': {
    write: ({ round, pages }) => `${round}#${pages}`,
    read: (stored) => {
      const [round, pages] = parted(stored);
      return { kind: 'damaged-answers', round: round as RoundId, pages: Number(pages) };
    },
  },
  'lost-channel': {
    write: ({ since }) => since,
    read: (since) => ({ kind: 'lost-channel', since }),
  },
  'no-channel': {
    write: () => 'never-chosen',
    read: () => ({ kind: 'no-channel' }),
  },
  'calendar-ends': {
    write: ({ until, days }) => `${until}#${days}`,
    read: (stored) => {
      const [until, days] = parted(stored);
      return { kind: 'calendar-ends', until, days: Number(days) };
    },
  },
  'stuck-round': {
    write: ({ round }) => round,
    read: (stored) => ({ kind: 'stuck-round', round: stored as RoundId }),
  },
  'not-attended': {
    // The first as when there was only one.
    write: ({ visit, number }) => (number === 1 ? visit : `${visit}#${number}`),
    read: (stored) => {
      const [visit, number] = parted(stored);
      return { kind: 'not-attended', visit: visit as VisitId, number: number === '' ? 1 : Number(number) };
    },
  },
  unreachable: {
    write: ({ date }) => date,
    read: (stored) => ({ kind: 'unreachable', date: stored }),
  },
  'account-question': {
    write: ({ account, asked }) => `${account}#${asked}`,
    read: (stored) => {
      const [account, asked] = parted(stored);
      return { kind: 'account-question', account: account as AccountKey, asked };
    },
  },
  deputy: {
    write: ({ principal, namedAt, over }) => `${principal}#${namedAt}${over ? '#over' : ''}`,
    read: (stored) => {
      const over = stored.endsWith('#over');
      const [principal, namedAt] = parted(over ? stored.slice(0, -'#over'.length) : stored);
      return { kind: 'deputy', principal: principal as PersonId, namedAt, over };
    },
  },
};

/** The kinds this version knows; a later one beside it may plan others. */
export const storedKinds = Object.keys(spellings) as readonly DeliveryKind[];

export const isStoredKind = (kind: string): kind is DeliveryKind => Object.hasOwn(spellings, kind);

/** What a message is about, as one string. */
export const subjectString = <Kind extends DeliveryKind>(subject: Subject<Kind>): string =>
  spellings[subject.kind].write(subject);

export const readSubject = <Kind extends DeliveryKind>(kind: Kind, stored: string): Subject<Kind> =>
  spellings[kind].read(stored);

/** The id says what it is about and to whom, so that planning twice plans once. */
export const messageId = ({ subject, recipient }: Message): DeliveryId =>
  `${subject.kind}|${subjectString(subject)}|${recipientString(recipient)}` as DeliveryId;

const recipientString = (recipient: Recipient): string =>
  'person' in recipient ? `person:${recipient.person}` : `channel:${recipient.group}`;

export const storedRecipient = (recipient: Recipient): StoredRecipient =>
  'person' in recipient ? { person: recipient.person } : { channel: recipient.group };

export const readRecipient = ({ person }: StoredRecipient): Recipient =>
  person === undefined ? { group: 'department' } : { person: person as PersonId };

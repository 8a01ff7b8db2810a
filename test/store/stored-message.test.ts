import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/deliveries/delivery.ts';
import type { DeliveryKind, Subject } from '../../src/domain/deliveries/subject.ts';
import type {
  AccountKey,
  ImprovementId,
  PersonId,
  RoundId,
  TrainingCode,
  VisitId,
} from '../../src/domain/kernel/ids.ts';
import {
  messageId,
  readRecipient,
  readSubject,
  storedKinds,
  subjectString,
} from '../../src/store/stored-message.ts';

const visit = 'vYx0' as VisitId;
const round = 'SAFE-1/T1/1' as RoundId;
const improvement = 'q-7_' as ImprovementId;

const principal = 'ann' as PersonId;
const namedAt = '2026-03-09T01:00:00.000Z';

/** As the version before this one wrote them; both may work on one database. */
const written: readonly (readonly [Subject, string])[] = [
  [{ kind: 'invitation', visit }, 'vYx0'],
  [{ kind: 'reminder', visit, number: 2 }, 'vYx0#2'],
  [{ kind: 'reminder', visit, askedFor: '2026-03-09' }, 'vYx0#2026-03-09'],
  [{ kind: 'reminder', visit, askedFor: namedAt }, `vYx0#${namedAt}`],
  [{ kind: 'visit-change', visit, change: 'asked-again', number: 2 }, 'vYx0#asked-again#2'],
  [{ kind: 'campaign', round }, 'SAFE-1/T1/1'],
  [{ kind: 'result', round }, 'SAFE-1/T1/1'],
  [{ kind: 'pooled-result', pool: round }, 'SAFE-1/T1/1'],
  [{ kind: 'instructor-result', round }, 'SAFE-1/T1/1'],
  [{ kind: 'assignment', improvement }, 'q-7_'],
  [{ kind: 'improvement-reminder', improvement, number: 1 }, 'q-7_#1'],
  [{ kind: 'training-cancelled', training: 'SAFE #1' as TrainingCode }, 'SAFE #1'],
  [{ kind: 'roster-gaps', training: 'SAFE #1' as TrainingCode, digest: 'a-b_c' }, 'SAFE #1#a-b_c'],
  [{ kind: 'damaged-answers', round, pages: 2 }, 'SAFE-1/T1/1#2'],
  [{ kind: 'stuck-round', round }, 'SAFE-1/T1/1'],
  [{ kind: 'lost-channel', since: namedAt }, namedAt],
  [{ kind: 'no-channel' }, 'never-chosen'],
  [{ kind: 'calendar-ends', until: '2026-12-31', days: -30 }, '2026-12-31#-30'],
  [{ kind: 'not-attended', visit, number: 1 }, 'vYx0'],
  [{ kind: 'not-attended', visit, number: 2 }, 'vYx0#2'],
  [{ kind: 'unreachable', date: '2026-03-09' }, '2026-03-09'],
  [
    { kind: 'account-question', account: 'tenant/oid' as AccountKey, asked: namedAt },
    `tenant/oid#${namedAt}`,
  ],
  [{ kind: 'deputy', principal, namedAt, over: false }, `ann#${namedAt}`],
  [{ kind: 'deputy', principal, namedAt, over: true }, `ann#${namedAt}#over`],
];

describe('what a message is about', () => {
  it.each(written)('is stored as it always was, and read back: %o', (subject, stored) => {
    expect(subjectString(subject)).toBe(stored);
    expect(readSubject(subject.kind, stored)).toEqual(subject);
  });

  it('has a string for every kind', () => {
    expect(new Set(written.map(([{ kind }]) => kind))).toEqual(new Set<DeliveryKind>(storedKinds));
  });

  it('makes, with its recipient, the id it always had', () => {
    const toPerson: Message = {
      subject: { kind: 'reminder', visit, number: 2 },
      recipient: { person: 'ann' as PersonId },
    };
    expect(messageId(toPerson)).toBe('reminder|vYx0#2|person:ann');
    const toDepartment: Message = {
      subject: { kind: 'result', round },
      recipient: { group: 'department' },
    };
    expect(messageId(toDepartment)).toBe('result|SAFE-1/T1/1|channel:department');
  });

  it('is for the recipient it was stored for', () => {
    expect(readRecipient({ person: 'ann' })).toEqual({ person: 'ann' });
    expect(readRecipient({ channel: 'department' })).toEqual({ group: 'department' });
  });
});

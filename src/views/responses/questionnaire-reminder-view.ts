import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import { type Visit, whose } from '../../domain/followups/visit.ts';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import type { Language, Text } from '../../domain/kernel/text.ts';
import type { AskedPage } from '../../domain/questionnaires/asked-page.ts';
import { missingRequired } from '../../domain/questionnaires/check-answers.ts';
import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { pagesNow } from '../../domain/responses/pages-now.ts';
import { lastRevision, standingAnswers } from '../../domain/responses/standing-answers.ts';
import type { ViewParts } from '../view-parts.ts';
import { type OtherWaiting, othersWaiting } from './others-waiting.ts';
import { type WaitingParts, waitingVisit } from './waiting-visit.ts';

export interface QuestionnaireReminderView {
  readonly visit: VisitId;
  readonly training: string;
  /** Which of several rounds it is asked in. */
  readonly label?: Text;
  /** Where they are. */
  readonly until: LastMoment;
  /** Minutes that what is left takes. */
  readonly minutes: number;
  /** Something is filled in, and be it half a page. */
  readonly hasBegun: boolean;
  /** Left with nothing open. */
  readonly pagesDone: number;
  readonly pages: number;
  /** The last reminder before closing. */
  readonly last: boolean;
  /** What else waits for them. */
  readonly others?: readonly OtherWaiting[];
}

type ReminderParts = WaitingParts & Pick<ViewParts, 'deliveries'>;

/** Less than a working day's distance is on its heels. */
const nextDayMs = 20 * 3_600_000;

/** P2: a short word to somebody who has not answered yet; undefined for whoever has, or wants to be left alone. */
export const questionnaireReminderView = async (
  from: ReminderParts,
  visit: VisitId,
  person: PersonId,
): Promise<{ readonly language: Language; readonly reminder: QuestionnaireReminderView } | undefined> => {
  const waiting = await waitingVisit(from, visit, person);
  if (waiting === undefined) return undefined;
  const { open, language, timeZone } = waiting;
  const now = from.clock.now();
  if (open.visit.quietUntil !== undefined && open.visit.quietUntil > now) return undefined;
  if (!(await invitedBefore(from, open.visit))) return undefined;
  const said = standingAnswers(open.response);
  const isDone = (page: AskedPage): boolean =>
    lastRevision(open.response, page.id) !== undefined && missingRequired(page, said).length === 0;
  // Pages that ask this person nothing are neither done nor left.
  const asking = pagesNow(open, said).filter((page) => page.items.length > 0);
  const left = asking.filter((page) => !isDone(page));
  const others = await othersWaiting(from, person, open.visit.id, timeZone);
  return {
    language,
    reminder: {
      ...(others.length === 0 ? {} : { others }),
      visit: open.visit.id,
      training: open.training.title,
      ...(open.round.label === undefined ? {} : { label: open.round.label }),
      until: lastMomentFor(open.round.dueAt, timeZone, now),
      minutes: minutesNeeded(left),
      hasBegun: Object.keys(said).length > 0,
      pagesDone: asking.filter(isDone).length,
      pages: open.pages.length,
      last: open.round.remindAt.every((moment) => moment <= now),
    },
  };
};

/** How it is put: to somebody who has not begun, who has, or for the last time. */
export const reminderMood = ({ last, hasBegun }: QuestionnaireReminderView): 'last' | 'started' | 'fresh' =>
  last ? 'last' : hasBegun ? 'started' : 'fresh';

/**
 * A reminder makes sense only after an invitation, and not on its heels: one that waited for an install, say. Whoever put it off
 * asked for it themselves.
 */
const invitedBefore = async (from: ReminderParts, visit: Visit): Promise<boolean> => {
  const invitation = await from.deliveries.of({
    subject: { kind: 'invitation', visit: visit.id },
    recipient: { person: whose(visit) },
  });
  if (invitation?.state !== 'sent' && invitation?.state !== 'unknown') return false;
  if (visit.quietUntil !== undefined) return true;
  const sentAt = invitation.sentAt ?? visit.openedAt;
  return from.clock.now().getTime() - sentAt.getTime() >= nextDayMs;
};

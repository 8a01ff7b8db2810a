import { presentAccountQuestion } from './present-account-question.ts';
import { presentAssignment, presentImprovementReminder } from './present-assignment.ts';
import { presentCalendarEnds } from './present-calendar-ends.ts';
import { presentCampaign } from './present-campaign.ts';
import { presentDamagedAnswers } from './present-damaged-answers.ts';
import { presentDeputy } from './present-deputy.ts';
import { presentInstructorResult } from './present-instructor-result.ts';
import { presentInvitation } from './present-invitation.ts';
import { presentLostChannel } from './present-lost-channel.ts';
import { presentNoChannel } from './present-no-channel.ts';
import { presentNotAttended } from './present-not-attended.ts';
import { presentPooledResult } from './present-pooled-result.ts';
import { presentReminder } from './present-reminder.ts';
import { presentResult } from './present-result.ts';
import { presentRosterGaps } from './present-roster-gaps.ts';
import { presentStuckRound } from './present-stuck-round.ts';
import { presentTrainingCancelled } from './present-training-cancelled.ts';
import { presentUnreachable } from './present-unreachable.ts';
import { presentVisitChange } from './present-visit-change.ts';
import type { Presenters } from './presenter.ts';

/** What each kind of delivery says. */
export const presenters: Presenters = {
  invitation: presentInvitation,
  reminder: presentReminder,
  'visit-change': presentVisitChange,
  campaign: presentCampaign,
  result: presentResult,
  'pooled-result': presentPooledResult,
  'instructor-result': presentInstructorResult,
  assignment: presentAssignment,
  'improvement-reminder': presentImprovementReminder,
  'training-cancelled': presentTrainingCancelled,
  'roster-gaps': presentRosterGaps,
  'damaged-answers': presentDamagedAnswers,
  'stuck-round': presentStuckRound,
  'lost-channel': presentLostChannel,
  'no-channel': presentNoChannel,
  'calendar-ends': presentCalendarEnds,
  'not-attended': presentNotAttended,
  unreachable: presentUnreachable,
  'account-question': presentAccountQuestion,
  deputy: presentDeputy,
};

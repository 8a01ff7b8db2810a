import { presentAssignment, presentImprovementReminder } from './assignment.ts';
import { presentCampaign } from './campaign.ts';
import { presentInstructorResult } from './instructor-result.ts';
import { presentInvitation } from './invitation.ts';
import { presentNotAttended } from './not-attended.ts';
import type { Presenters } from './presenter.ts';
import { presentReminder } from './reminder.ts';
import { presentResult } from './result.ts';
import { presentRosterGaps } from './roster-gaps.ts';
import { presentUnreachable } from './unreachable.ts';

/** What each kind of delivery says. */
export const presenters: Presenters = {
  invitation: presentInvitation,
  reminder: presentReminder,
  campaign: presentCampaign,
  result: presentResult,
  'instructor-result': presentInstructorResult,
  assignment: presentAssignment,
  'improvement-reminder': presentImprovementReminder,
  'roster-gaps': presentRosterGaps,
  'not-attended': presentNotAttended,
  unreachable: presentUnreachable,
};

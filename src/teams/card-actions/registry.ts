import type { AnyCardAction } from '../card-action.ts';
import { answerBackAction, answerPageAction } from './answer-page.ts';
import { assignOpenAction, assignSaveAction } from './assign.ts';
import { improvementCommentAction, improvementDoneAction, improvementStartedAction } from './improvement.ts';
import { attendedAction, changeAnswersAction, openVisitAction } from './open-visit.ts';
import { answerLaterAction, didNotAttendAction, onLeaveAction, onLeaveOpenAction } from './put-off.ts';

/** Everything a person can press. */
export const cardActions: readonly AnyCardAction[] = [
  answerPageAction,
  answerBackAction,
  answerLaterAction,
  onLeaveOpenAction,
  onLeaveAction,
  didNotAttendAction,
  attendedAction,
  openVisitAction,
  changeAnswersAction,
  assignOpenAction,
  assignSaveAction,
  improvementStartedAction,
  improvementDoneAction,
  improvementCommentAction,
];

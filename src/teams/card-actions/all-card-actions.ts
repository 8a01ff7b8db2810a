import { answerBackAction, answerPageAction } from './answer-page-action.ts';
import { assignOpenAction, assignSaveAction } from './assign-action.ts';
import type { AnyCardAction } from './card-action.ts';
import {
  improvementCommentAction,
  improvementDoneAction,
  improvementStartedAction,
} from './improvement-action.ts';
import { attendedAction, changeAnswersAction, openVisitAction } from './open-visit-action.ts';
import { answerLaterAction, didNotAttendAction, onLeaveAction, onLeaveOpenAction } from './put-off-action.ts';

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

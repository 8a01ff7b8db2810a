import type { Verb } from '../cards/verb.ts';
import { accountAnotherAction, accountOpenAction, accountSameAction } from './account-action.ts';
import { answerBackAction, answerPageAction } from './answer-page-action.ts';
import { assignOpenAction, assignSaveAction } from './assign-action.ts';
import type { AnyCardAction } from './card-action.ts';
import { commentsOpenAction, commentsPageAction } from './comments-action.ts';
import { answerAfterAllAction, declineAction } from './decline-action.ts';
import {
  improvementCommentAction,
  improvementDoneAction,
  improvementStartedAction,
} from './improvement-action.ts';
import { leftConfirmAction, leftUndoAction } from './left-action.ts';
import { attendedAction, changeAnswersAction, openVisitAction } from './open-visit-action.ts';
import { passOnOpenAction, passOnSaveAction } from './pass-on-action.ts';
import { answerLaterAction, didNotAttendAction, onLeaveAction, onLeaveOpenAction } from './put-off-action.ts';
import { sameConfirmAction, sameLeaveAction } from './same-action.ts';

/** What answers each verb: one that is missing, or misspelt, does not compile. */
const byVerb: { readonly [Named in Verb]: AnyCardAction<Named> } = {
  'answer-page': answerPageAction,
  'answer-back': answerBackAction,
  'answer-later': answerLaterAction,
  'on-leave-open': onLeaveOpenAction,
  'on-leave': onLeaveAction,
  'did-not-attend': didNotAttendAction,
  attended: attendedAction,
  decline: declineAction,
  'answer-after-all': answerAfterAllAction,
  'open-visit': openVisitAction,
  'change-answers': changeAnswersAction,
  'assign-open': assignOpenAction,
  'assign-save': assignSaveAction,
  'comments-open': commentsOpenAction,
  'comments-page': commentsPageAction,
  'pass-on-open': passOnOpenAction,
  'pass-on-save': passOnSaveAction,
  'improvement-started': improvementStartedAction,
  'improvement-done': improvementDoneAction,
  'improvement-comment': improvementCommentAction,
  'left-confirm': leftConfirmAction,
  'left-undo': leftUndoAction,
  'same-confirm': sameConfirmAction,
  'same-leave': sameLeaveAction,
  'account-open': accountOpenAction,
  'account-same': accountSameAction,
  'account-another': accountAnotherAction,
};

/** Everything a person can press. */
export const cardActions: readonly AnyCardAction[] = Object.values(byVerb);

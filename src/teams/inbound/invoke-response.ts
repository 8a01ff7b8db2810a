import { type Activity, ActivityTypes, StatusCodes, type TurnContext } from 'botbuilder';
import type { PressAnswer } from '../card-actions/dispatch-press.ts';

/**
 * Answers a pressed button. Written by ourselves because @microsoft/teams-ai would show one person's card to
 * everybody once any card carried `refresh`, and would answer an empty value (TEAMS.md §7.1).
 */
export const respond = async (context: TurnContext, answer: PressAnswer): Promise<void> => {
  const body =
    'card' in answer
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.message };
  const response: Partial<Activity> = {
    type: ActivityTypes.InvokeResponse,
    value: { status: StatusCodes.OK, body },
  };
  await context.sendActivity(response);
};

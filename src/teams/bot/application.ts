import type { TurnState } from '@microsoft/teams-ai';
// The library's front door also loads its tokenizers, planners and models: a third of the whole bot's memory.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { refusalText } from '../../wording/refusal-words.ts';
import { respond } from '../inbound/invoke-response.ts';
import type { Desk } from './desk.ts';
import { type Turn, turnOf } from './turn.ts';

type Handle = (turn: Turn) => Promise<void>;

export interface Handlers {
  readonly message: Handle;
  readonly execute: Handle;
  readonly submit: Handle;
  readonly installation: Handle;
  readonly membersAdded: Handle;
  /** Whatever else somebody does. */
  readonly anythingElse: Handle;
}

const actionInvoke = 'adaptiveCard/action';

/**
 * Routes turns with @microsoft/teams-ai. Its typing timer, state storage, mention removal and AI stay off
 * (TEAMS.md §7.1); selectors are our own, for the library's throw on empty values.
 */
export const createApplication = (desk: Desk, handlers: Handlers): Application<TurnState> => {
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });
  const run = (handle: Handle) => (context: TurnContext) => handle(turnOf(context, desk));

  app.adaptiveCards.actionExecute(isExecute, async (context) => {
    await run(handlers.execute)(context);
    return ''; // the answer is there already, so the library leaves it alone
  });
  app.adaptiveCards.actionSubmit(isSubmit, run(handlers.submit));
  app.activity(ActivityTypes.Message, run(handlers.message));
  app.activity(ActivityTypes.InstallationUpdate, run(handlers.installation));
  app.conversationUpdate('membersAdded', run(handlers.membersAdded));
  app.activity(ActivityTypes.Invoke, async (context) => {
    if (context.activity.name !== actionInvoke) return; // 501: nothing of ours
    const { language } = turnOf(context, desk);
    await respond(context, { message: refusalText('form-not-understood')[language] });
  });
  app.activity(isAnythingElse, run(handlers.anythingElse));
  return app;
};

/** What is neither pressed nor typed: reactions, edits, other news of a conversation. */
const isAnythingElse = async ({ activity }: TurnContext): Promise<boolean> =>
  activity.type !== ActivityTypes.Invoke;

const isExecute = async ({ activity }: TurnContext): Promise<boolean> =>
  activity.type === ActivityTypes.Invoke &&
  activity.name === actionInvoke &&
  activity.value?.action?.type === 'Action.Execute';

/** A submitted card comes as a message without text whose value names its verb. */
const isSubmit = async ({ activity }: TurnContext): Promise<boolean> =>
  activity.type === ActivityTypes.Message && !activity.text && typeof activity.value?.verb === 'string';

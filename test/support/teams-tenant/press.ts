import { type Activity, adaptiveCardType, type Fields, isFields } from './activity.ts';
import { channelActivity, personalActivity, platforms } from './activity-from.ts';
import type { BotLine, InvokeAnswer } from './bot-line.ts';
import { type CardAction, readCard } from './card.ts';
import { fillInputs, type Inputs, rawInputs } from './card-inputs.ts';
import type { SeenCard } from './chat.ts';
import { threadId } from './conversation.ts';
import type { Finding } from './inspect.ts';
import { inspectCard } from './inspect.ts';
import type { PersonRecord, World } from './world.ts';

export interface PressOptions {
  inputs?: Inputs;
  /** Which one, from 0, where several actions have the name. */
  nth?: number;
  /** Sends the inputs without the client's checks, also those the card does not have. */
  unchecked?: boolean;
  /** Changes the data before it is sent, as an attacker might. */
  tamper?: (data: Fields) => unknown;
  /** Presses the Action.Submit that stands behind an Action.Execute for old clients. */
  oldClient?: boolean;
}

/** What came of pressing: the raw answer, and what the person sees. */
export interface Pressed extends InvokeAnswer {
  readonly card: SeenCard | undefined;
  /** A passing message shown to the person. */
  readonly message: string | undefined;
  readonly error: { code: string; message: string } | undefined;
}

export type Choice = string | ((action: CardAction) => boolean);

export interface PressParts {
  world: World;
  line: BotLine;
  report(findings: readonly Finding[], conversationId: string): void;
}

/** One person presses one action of a card they see: the bot is asked, and its card takes the place of this one. */
export async function press(
  { world, line, report }: PressParts,
  person: PersonRecord,
  card: SeenCard,
  choice: Choice,
  options: PressOptions,
): Promise<Pressed> {
  const action = chooseAction(card, choice, options);
  const client = platforms[person.platform].mobile ? 'mobile' : 'desktop';
  const wanted = action.json.associatedInputs !== 'none' || client === 'mobile';
  const given = options.inputs ?? {};
  const inputs = options.unchecked ? rawInputs(given) : wanted ? fillInputs(card, given, client) : {};
  const merged = { ...action.data, ...inputs };
  const data = options.tamper ? options.tamper(merged) : merged;

  if (action.type === 'Action.Submit') {
    const sent = { type: 'message', value: data, replyToId: card.message.id };
    const answer = await line.deliver(placed(world, person, card, sent));
    return { ...answer, attempts: 1, card: undefined, message: undefined, error: undefined };
  }
  const { type, verb, json } = action;
  const id = typeof json.id === 'string' ? { id: json.id } : {};
  return execute({ world, line, report }, person, card, {
    action: { type, ...id, verb, data },
    trigger: 'manual',
  });
}

/** Sends the invoke `adaptiveCard/action` with this value and shows the person what it answers. */
export async function execute(
  { world, line, report }: PressParts,
  person: PersonRecord,
  card: SeenCard,
  value: Fields,
): Promise<Pressed> {
  const { message } = card;
  const fields = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: message.id };
  const answer = await line.invoke(placed(world, person, card, fields));
  const body = answer.status === 200 && isFields(answer.body) ? answer.body : {};
  const result = { ...answer, card: undefined, message: undefined, error: undefined };
  if (body.type === adaptiveCardType && isFields(body.value)) {
    message.views.set(person.mri, body.value);
    report(inspectCard(body.value), message.conversation.id);
    return { ...result, card: { ...readCard(body.value), message } };
  }
  if (body.type === 'application/vnd.microsoft.activity.message')
    return { ...result, message: String(body.value) };
  if (typeof body.type === 'string' && isFields(body.value)) {
    const { code, message: why } = body.value;
    return { ...result, error: { code: String(code ?? ''), message: String(why ?? '') } };
  }
  return result;
}

function chooseAction(card: SeenCard, choice: Choice, options: PressOptions): CardAction {
  const pick = (matches: (action: CardAction) => boolean) => card.actions.filter(matches);
  const found =
    typeof choice === 'function'
      ? pick(choice)
      : [
          pick((a) => a.verb === choice),
          pick((a) => a.title === choice),
          pick((a) => a.json.id === choice),
        ].find((group) => group.length > 0);
  const names = card.actions.map((action) => `${action.verb ?? action.type} "${action.title}"`).join(', ');
  const chosen = found?.[options.nth ?? 0];
  if (found === undefined || chosen === undefined) {
    throw new Error(`no action ${String(choice)} on this card; it has: ${names || 'none'}`);
  }
  if (found.length > 1 && options.nth === undefined) {
    throw new Error(`${found.length} actions ${String(choice)} on this card: say which with nth`);
  }
  if (chosen.json.isEnabled === false) throw new Error(`the action "${chosen.title}" is disabled`);
  if (!options.oldClient || !isFields(chosen.json.fallback)) return chosen;
  const { fallback } = chosen.json;
  const data = isFields(fallback.data) ? fallback.data : {};
  return { type: String(fallback.type), title: chosen.title, verb: undefined, data, json: fallback };
}

/** Where the press happens: in the card's thread, or in the person's own chat when the card was another's. */
function placed(world: World, person: PersonRecord, card: SeenCard, fields: Fields): Activity {
  const place = world.places.get(card.message.conversation.id);
  return place?.kind === 'channel'
    ? channelActivity(world, person, place.channel, threadId(card.message), fields)
    : personalActivity(world, person, fields);
}

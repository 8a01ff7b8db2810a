import { type Fields, isFields } from './activity.ts';
import { visit } from './card-walk.ts';

export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb: string | undefined;
  readonly data: Fields;
  readonly json: Fields;
}

export interface CardInput {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  readonly value: unknown;
  readonly choices: readonly { title: string; value: string }[];
  readonly json: Fields;
}

/** An Adaptive Card with what a test wants to know about it. */
export interface Card {
  readonly json: Fields;
  /** Every visible string, in reading order. */
  readonly texts: readonly string[];
  /** The same, one per line. */
  readonly text: string;
  readonly inputs: readonly CardInput[];
  readonly actions: readonly CardAction[];
  /** The elements of one type, e.g. `Table` or `Chart.Donut`. */
  elements(type: string): Fields[];
}

const visibleKeys = ['title', 'label', 'text', 'altText', 'legend', 'xAxisTitle', 'yAxisTitle', 'subLabel'];

/** Reads a card. With `client: 'mobile'` elements that phones cannot draw are replaced by their fallback. */
export function readCard(json: Fields, options: { client?: 'desktop' | 'mobile' } = {}): Card {
  const texts: string[] = [];
  const inputs: CardInput[] = [];
  const actions: CardAction[] = [];
  const elements: Fields[] = [];
  visit(json, options.client ?? 'desktop', (node, seen, under) => {
    const type = typeof node.type === 'string' ? node.type : '';
    if (type !== '') elements.push(node);
    if (type.startsWith('Input.')) inputs.push(inputFrom(node, type));
    if (type.startsWith('Action.')) actions.push(actionFrom(node, type));
    if (seen) texts.push(...visibleStrings(node, under));
  });
  const elementsOf = (type: string) => elements.filter((element) => element.type === type);
  return { json, texts, text: texts.join('\n'), inputs, actions, elements: elementsOf };
}

/** Every visible string of a card, one per line. */
export function allText(card: Fields): string {
  return readCard(card).text;
}

function visibleStrings(node: Fields, under: string): string[] {
  const found = visibleKeys.flatMap((key) => (typeof node[key] === 'string' ? [node[key]] : []));
  if (under === 'facts' && typeof node.value === 'string') found.push(node.value);
  if (Array.isArray(node.inlines)) found.push(...node.inlines.filter((inline) => typeof inline === 'string'));
  return found.filter((text) => text !== '');
}

function actionFrom(json: Fields, type: string): CardAction {
  const verb = typeof json.verb === 'string' ? json.verb : undefined;
  const data = isFields(json.data) ? json.data : {};
  return { type, title: typeof json.title === 'string' ? json.title : '', verb, data, json };
}

function inputFrom(json: Fields, type: string): CardInput {
  const choices = (Array.isArray(json.choices) ? json.choices : [])
    .filter(isFields)
    .map((choice) => ({ title: String(choice.title ?? ''), value: String(choice.value ?? '') }));
  return {
    id: String(json.id ?? ''),
    type,
    required: json.isRequired === true,
    value: json.value,
    choices,
    json,
  };
}

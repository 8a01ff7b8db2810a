import { type Activity, adaptiveCardOf, type Fields, isFields } from './activity.ts';
import { visit } from './card-walk.ts';
import type { ComplaintRule } from './complaint.ts';

export type Finding = readonly [rule: ComplaintRule, detail: string];

/** Teams shows this many actions of one row; phones hide the rest. */
const actionsInARow = 6;
const refreshUsersLimit = 60;
const needsFallback =
  /^(Chart\..+|Badge|Icon|ProgressBar|ProgressRing|Rating|Input\.Rating|Carousel|CodeBlock|CompoundButton)$/;

/** What is wrong with a message a bot sends or changes, beyond what Teams refuses. */
export function inspectMessage(activity: Activity, isNew = true): Finding[] {
  const found: Finding[] = [];
  const attachments = activity.attachments ?? [];
  const card = adaptiveCardOf(activity);
  if (attachments.length > 1) found.push(['several attachments', `${attachments.length} attachments`]);
  if (attachments.length > 0 && activity.text) found.push(['text beside a card', activity.text]);
  if (card && isNew && !activity.summary) found.push(['no summary', 'people would be told "Sent a card"']);
  if (activity.text?.includes('${')) found.push(['leftover ${', activity.text]);
  if (activity.text?.includes('<at>') && !hasMention(activity)) {
    found.push(['mention without entity', activity.text]);
  }
  if (card) found.push(...inspectCard(card));
  return found;
}

/** What is wrong with a card, wherever it travels. */
export function inspectCard(card: Fields): Finding[] {
  const found: Finding[] = [...leftovers(card, 'card')];
  if (card.version !== '1.4' && card.version !== '1.5') found.push(['card version', String(card.version)]);
  const refresh = isFields(card.refresh) ? card.refresh : {};
  if (Array.isArray(refresh.userIds) && refresh.userIds.length > refreshUsersLimit) {
    found.push(['too many refresh users', String(refresh.userIds.length)]);
  }
  const inputIds = new Set<string>();
  visit(card, 'desktop', (node) => {
    const type = String(node.type ?? '');
    if (type === 'Action.ShowCard') found.push(['ShowCard', String(node.title)]);
    if (type === 'Action.Execute' && !node.verb)
      found.push(['Action.Execute without verb', String(node.title)]);
    if (needsFallback.test(type) && node.fallback === undefined) found.push(['no fallback', type]);
    const primary = Array.isArray(node.actions) ? node.actions.filter(isPrimary) : [];
    if (primary.length > actionsInARow) found.push(['too many actions', `${primary.length} in one row`]);
    if (type.startsWith('Input.')) {
      if (inputIds.has(String(node.id))) found.push(['duplicate input id', String(node.id)]);
      inputIds.add(String(node.id));
    }
  });
  return found;
}

function isPrimary(action: unknown): boolean {
  return isFields(action) && action.mode !== 'secondary';
}

function hasMention(activity: Activity): boolean {
  return (
    Array.isArray(activity.entities) && activity.entities.some((e) => isFields(e) && e.type === 'mention')
  );
}

function leftovers(value: unknown, path: string): Finding[] {
  if (value === null) return [['null in a card', path]];
  if (typeof value === 'string') return value.includes('${') ? [['leftover ${', `${path}: ${value}`]] : [];
  if (Array.isArray(value)) return value.flatMap((part, index) => leftovers(part, `${path}[${index}]`));
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => leftovers(part, `${path}.${key}`));
}

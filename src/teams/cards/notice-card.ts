import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../cards/notice.json' with { type: 'json' };
import type { Language, Text } from '../../domain/kernel/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import type { Button } from './button.ts';
import { expandCard } from './expand-card.ts';

export interface NoticePart {
  readonly heading?: Text;
  readonly lines: readonly Text[];
  /** Small print. */
  readonly subtle?: boolean;
}

export interface NoticeView {
  /** The small line on top: what this is about. */
  readonly eyebrow: Text;
  readonly title: Text;
  readonly parts: readonly NoticePart[];
  /** At most five. */
  readonly buttons?: readonly Button[];
}

const card = new Template(template);

/** A title, some lines, some buttons: every card that only says something. Text is shown as it is, never as markdown. */
export const noticeCard = (view: NoticeView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: view.eyebrow[language],
    title: view.title[language],
    parts: view.parts.map((part) => ({
      heading: part.heading?.[language] ?? '',
      lines: part.lines.map((line) => ({ text: line[language], subtle: part.subtle ?? false })),
    })),
    buttons: view.buttons ?? [],
  });

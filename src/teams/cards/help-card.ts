import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../cards/help.json' with { type: 'json' };
import type { Language, Text } from '../../domain/kernel/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { expandCard } from './expand-card.ts';

export interface HelpView {
  readonly title: Text;
  readonly lead: Text;
  /** Only what this person may do. */
  readonly commands: readonly { readonly title: Text; readonly description: Text }[];
  readonly footer: Text;
}

const card = new Template(template);

/** What can be said to the bot. */
export const helpCard = (view: HelpView, language: Language): AdaptiveCard =>
  expandCard(card, {
    title: view.title[language],
    lead: view.lead[language],
    commands: view.commands.map(({ title, description }) => ({
      title: title[language],
      description: description[language],
    })),
    footer: view.footer[language],
  });

import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/status.json' with { type: 'json' };
import type { Language } from '../../../domain/kernel/text.ts';
import {
  funnelSteps,
  reasonsOf,
  roundTitle,
  statusFootnotes,
  statusNote,
  windowText,
} from '../../../views/reports/status-text.ts';
import type { StatusView } from '../../../views/reports/status-view.ts';
import { statusEyebrow } from '../../../wording/status-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { inLanguage } from '../lay-figures.ts';

const card = new Template(template);

/** How far a training's follow-up is: a funnel of people for each round, and why anybody fell out (P2, S3). */
export const statusCard = (view: StatusView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: statusEyebrow(view.code)[language],
    title: view.training,
    rounds: view.rounds.map((round) => ({
      name: roundTitle(round)[language],
      window: windowText(round)[language],
      steps: funnelSteps(round).map(({ name, count, inner }) => ({
        name: name[language],
        count: count[language],
        inner,
      })),
      reasons: inLanguage(reasonsOf(round), language),
    })),
    note: statusNote(view)[language],
    footnotes: inLanguage(statusFootnotes(view), language),
  });

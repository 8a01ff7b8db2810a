import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/status.json' with { type: 'json' };
import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { StatusRoundView, StatusView } from '../../../views/reports/status-view.ts';
import { dayText } from '../../../wording/dates.ts';
import { deliveryReasons } from '../../../wording/delivery-reason-words.ts';
import { roundName, roundStates, roundWindow } from '../../../wording/round-words.ts';
import {
  excusedWhy,
  excuseNames,
  funnel,
  missedWhy,
  noRounds,
  statusEyebrow,
  statusFootnote,
  unreachedWhy,
} from '../../../wording/status-words.ts';
import type { AdaptiveCard, Json } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { inLanguage } from '../lay-figures.ts';

const card = new Template(template);
const steps = ['enrolled', 'matched', 'reachable', 'delivered', 'started', 'answered'] as const;
const endings = ['excused', 'declined', 'expired'] as const;

const stepRows = (counts: StatusRoundView['funnel'], language: Language): Json =>
  counts === undefined
    ? []
    : [
        ...steps.map((step) => ({ name: funnel[step][language], count: `${counts[step]}`, inner: false })),
        ...endings
          .filter((ending) => counts[ending] > 0)
          .map((ending) => ({ name: funnel[ending][language], count: `${counts[ending]}`, inner: true })),
      ];

const reasonsOf = (round: StatusRoundView): Text[] => [
  ...(round.state === 'missed' ? [missedWhy] : []),
  ...round.excuses.map(({ excuse, count }) => excusedWhy(excuseNames[excuse], count)),
  ...round.unreached.map(({ reason, count }) =>
    unreachedWhy(deliveryReasons[reason].why, count, deliveryReasons[reason].remedy),
  ),
];

/** How far a training's follow-up is: a funnel of people for each round, and why anybody fell out (P2, S3). */
export const statusCard = (view: StatusView, language: Language): AdaptiveCard =>
  expandCard(card, {
    eyebrow: statusEyebrow(view.code)[language],
    title: view.training,
    rounds: view.rounds.map((round) => ({
      name: roundName(round.questionnaire, roundStates[round.state])[language],
      window: roundWindow(dayText(round.opensOn), dayText(round.dueDate))[language],
      steps: stepRows(round.funnel, language),
      reasons: inLanguage(reasonsOf(round), language),
    })),
    note: view.rounds.length === 0 ? noRounds[language] : '',
    footnotes: inLanguage([statusFootnote], language),
  });

import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import template from '../../../../cards/campaign.json' with { type: 'json' };
import { totalOf } from '../../../domain/deliveries/sending-progress.ts';
import { downwards } from '../../../domain/kernel/half-up.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import { campaignWhen, notSentCounts } from '../../../views/deliveries/campaign-text.ts';
import type { CampaignView } from '../../../views/deliveries/campaign-view.ts';
import {
  campaignEyebrow,
  campaignHours,
  campaignSent,
  campaignUnreachable,
} from '../../../wording/campaign-words.ts';
import { formatCount } from '../../../wording/format.ts';
import type { AdaptiveCard, Json } from '../adaptive-card.ts';
import { expandCard } from '../expand-card.ts';
import { inLanguage } from '../lay-figures.ts';

const card = new Template(template);

/** So many blocks are the whole bar: they fit a phone. */
const blocks = 20;

/**
 * Of letters, for these look alike everywhere: Android knows ProgressBar and draws nothing, so that its fallback would
 * not be taken (Teams-AdaptiveCards-Mobile #712), and coloured columns have margins that make one percent look like ten.
 */
const bar = (share: number): Json => {
  const full = downwards(share * blocks);
  return [
    { text: '█'.repeat(full), color: 'Good' },
    { text: '░'.repeat(blocks - full), color: 'Default' },
  ].filter(({ text }) => text !== '');
};

/** How far a long campaign is, for the training department's channel: a bar and its numbers, nobody's name. */
export const campaignCard = (view: CampaignView, language: Language): AdaptiveCard => {
  const { progress, doneBy } = view;
  const share = progress.sent / totalOf(progress);
  return expandCard(card, {
    eyebrow: campaignEyebrow(view.questionnaire)[language],
    title: view.training,
    sent: campaignSent(formatCount(progress.sent), formatCount(totalOf(progress)))[language],
    bar: bar(share),
    percent: downwards(share * 100),
    counts: notSentCounts(view).map(({ name, count }) => ({
      name: name[language],
      count: formatCount(count),
    })),
    when: campaignWhen(view)[language],
    footnotes: inLanguage(
      [
        ...(doneBy === undefined ? [] : [campaignHours]),
        ...(progress.unreachable > 0 ? [campaignUnreachable] : []),
      ],
      language,
    ),
  });
};

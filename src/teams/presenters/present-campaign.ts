import { campaignView } from '../../views/deliveries/campaign-view.ts';
import { campaignSummary } from '../../wording/campaign-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { campaignCard } from '../cards/staff/campaign-card.ts';
import type { Presenter } from './presenter.ts';

/** How far a long campaign is as things stand now, in numbers only; in the organisation's language. */
export const presentCampaign: Presenter<'campaign'> = async (delivery, desk) => {
  const view = await campaignView(onDesk(desk), delivery.subject.round, {
    beganAt: delivery.notBefore,
    toldBefore: delivery.state === 'sent',
  });
  if (view === undefined) return 'obsolete';
  const { language } = desk.settings.organisation;
  return { card: campaignCard(view, language), summary: campaignSummary(view.training)[language] };
};

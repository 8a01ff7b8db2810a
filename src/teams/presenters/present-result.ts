import { resultView } from '../../views/analysis/result-view.ts';
import { resultSummary } from '../../wording/result-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { resultCard } from '../cards/result/result-card.ts';
import type { Presenter } from './presenter.ts';

/** A7: what a closed round came to, with its issues and, once assigned, who answers for them; in the organisation's language. */
export const presentResult: Presenter<'result'> = async (delivery, desk) => {
  const view = await resultView(onDesk(desk), delivery.subject.round);
  if (view === undefined) return 'obsolete';
  const { language } = desk.settings.organisation;
  return { card: resultCard(view, language), summary: resultSummary(view.training)[language] };
};

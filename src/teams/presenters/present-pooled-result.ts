import { pooledResultView } from '../../views/analysis/pooled-result-view.ts';
import { pooledSummary } from '../../wording/result-words.ts';
import { onDesk } from '../bot/on-desk.ts';
import { resultCard } from '../cards/result/result-card.ts';
import type { Presenter } from './presenter.ts';

/** A7: what small trainings of a course came to together; in the organisation's language. */
export const presentPooledResult: Presenter<'pooled-result'> = async (delivery, desk) => {
  const view = await pooledResultView(onDesk(desk), delivery.subject.pool);
  if (view === undefined) return 'obsolete';
  const { language } = desk.settings.organisation;
  return { card: resultCard(view, language), summary: pooledSummary(view.training)[language] };
};

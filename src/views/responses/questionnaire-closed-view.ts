import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';

export interface QuestionnaireClosedView {
  readonly training: string;
  /** Where they are. */
  readonly until: LastMoment;
  /** What this person had said by then; `absent`: that they did not attend. */
  readonly answered: 'complete' | 'partly' | 'nothing' | 'absent';
}

/** A questionnaire that came too late to be answered. */
export const questionnaireClosedView = (open: OpenVisit, timeZone: string): QuestionnaireClosedView => ({
  training: open.training.title,
  until: lastMomentFor(open.round.dueAt, timeZone),
  answered: whatWasSaid(open),
});

const whatWasSaid = ({ visit, response }: OpenVisit): QuestionnaireClosedView['answered'] => {
  if (visit.excuse === 'did-not-attend') return 'absent';
  if (response === undefined || response.withdrawn) return 'nothing';
  return response.complete ? 'complete' : 'partly';
};

import { type LastMoment, lastMomentFor } from '../../domain/followups/last-moment.ts';
import type { OpenVisit } from '../../domain/responses/visit-page.ts';

export interface QuestionnaireClosedView {
  readonly training: string;
  /** Where they are. */
  readonly until: LastMoment;
  /** What this person had said by then. */
  readonly answered: 'complete' | 'partly' | 'nothing';
}

/** A questionnaire that came too late to be answered. */
export const questionnaireClosedView = (open: OpenVisit, timeZone: string): QuestionnaireClosedView => {
  const said = open.response?.withdrawn === true ? undefined : open.response;
  return {
    training: open.training.title,
    until: lastMomentFor(open.round.dueAt, timeZone),
    answered: said?.complete === true ? 'complete' : said === undefined ? 'nothing' : 'partly',
  };
};

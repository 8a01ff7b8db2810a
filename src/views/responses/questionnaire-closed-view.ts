import type { OpenVisit } from '../../domain/responses/visit-page.ts';

export interface QuestionnaireClosedView {
  readonly training: string;
  readonly dueDate: string;
  /** What this person had said by then. */
  readonly answered: 'complete' | 'partly' | 'nothing';
}

/** A questionnaire that came too late to be answered. */
export const questionnaireClosedView = (open: OpenVisit): QuestionnaireClosedView => {
  const said = open.response?.withdrawn === true ? undefined : open.response;
  return {
    training: open.training.title,
    dueDate: open.round.dueDate,
    answered: said?.complete === true ? 'complete' : said === undefined ? 'nothing' : 'partly',
  };
};

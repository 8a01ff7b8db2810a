import { usableAnswers } from '../questionnaires/check-answers.ts';
import { answerPage, type PagePress, type ShownPage } from './answer-page.ts';
import { lastRevision } from './standing-answers.ts';
import { refuseUnlessOpen, type VisitDeps, visitOf } from './visit-page.ts';

/**
 * Whatever button leaves a page saves what is filled in (DESIGN §3.8), as far as it can be used. The page as it stands, where
 * it was saved on another device meanwhile: then nothing is put off before it was seen.
 */
export const keepPage = async (
  deps: VisitDeps,
  press: Omit<PagePress, 'move'>,
): Promise<ShownPage | undefined> => {
  const open = await visitOf(deps, press.person, press.visit);
  refuseUnlessOpen(open, deps.clock);
  const page = open.pages.find(({ id }) => id === press.page);
  if (page === undefined) return undefined;
  const answers = usableAnswers(page, press.answers);
  // A page nobody touched stays one that was not reached.
  if (Object.keys(answers).length === 0 && lastRevision(open.response, page.id) === undefined)
    return undefined;
  const after = await answerPage(deps, { ...press, answers, move: 'stay' });
  return after.kind === 'page' && after.savedElsewhere ? after : undefined;
};

import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { AfterPress } from '../../domain/responses/answer-page.ts';
import { visitOf } from '../../domain/responses/visit-page.ts';
import type { Desk } from '../bot/desk.ts';
import type { Speaker } from '../bot/speaker.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionnaireClosedCard } from '../cards/questionnaire/questionnaire-closed-card.ts';
import { doneCard } from './done-card.ts';
import { excusedCard } from './excused-card.ts';
import { pageCard } from './page-card.ts';
import { visitDeps } from './visit-deps.ts';

/** What a press leads to, as a card. */
export const visitCard = async (after: AfterPress, desk: Desk, language: Language): Promise<AdaptiveCard> =>
  after.kind === 'done' ? doneCard(after.open, desk, language) : pageCard(after, desk, language);

/** Runs what a press asks for and shows where it led. */
export const showVisit = (
  desk: Desk,
  speaker: Speaker,
  visit: VisitId,
  press: () => Promise<AfterPress>,
): Promise<AdaptiveCard> =>
  orTrueState(desk, speaker, visit, async () => visitCard(await press(), desk, speaker.language));

/** A press that comes too late or on an old copy of the card is not an error: the visit's true state is shown (DESIGN §6). */
export const orTrueState = async (
  desk: Desk,
  speaker: Speaker,
  visit: VisitId,
  press: () => Promise<AdaptiveCard>,
): Promise<AdaptiveCard> => {
  try {
    return await press();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const card = await trueState(desk, speaker.person.id, visit, error, speaker.language);
    if (card === undefined) throw error;
    return card;
  }
};

const trueState = async (
  desk: Desk,
  person: PersonId,
  id: VisitId,
  refusal: Refusal,
  language: Language,
): Promise<AdaptiveCard | undefined> => {
  if (refusal.code !== 'round-closed' && refusal.code !== 'visit-ended') return undefined;
  const open = await visitOf(visitDeps(desk), person, id);
  if (refusal.code === 'visit-ended') return excusedCard(open, language);
  const said = open.response?.withdrawn === true ? undefined : open.response;
  const answered = said?.complete === true ? 'complete' : said === undefined ? 'nothing' : 'partly';
  return questionnaireClosedCard(
    { training: open.training.title, dueDate: open.round.dueDate, answered },
    language,
  );
};

import { type Visit, whose } from '../followups/visit.ts';
import type { Channel } from '../kernel/address.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { AskedPage } from '../questionnaires/asked-page.ts';
import { checkAnswers, missingRequired } from '../questionnaires/check-answers.ts';
import { nextPage, pagesNow } from './pages-now.ts';
import type { Answers, PageRevision, Response } from './response.ts';
import { savePage } from './save-page.ts';
import { pagesSaved, standingAnswers } from './standing-answers.ts';
import { type OpenVisit, refuseUnlessOpen, type VisitDeps, visitOf } from './visit-page.ts';

/** One press on a page of the questionnaire. */
export interface PagePress {
  /** By which channel it came. */
  readonly source: Channel;
  readonly person: PersonId;
  readonly visit: VisitId;
  readonly page: string;
  /** The page's last revision when it was drawn; 0 for none. */
  readonly predecessor: number;
  readonly answers: Readonly<Record<string, unknown>>;
  /** `save` goes on: to the next page, or hands the questionnaire in on the last one. `stay` keeps the page for another time. */
  readonly move: 'save' | 'back' | 'stay';
}

/** What the person sees next. */
export type AfterPress = ShownPage | { readonly kind: 'done'; readonly open: OpenVisit };

export interface ShownPage {
  readonly kind: 'page';
  readonly open: OpenVisit;
  /** Its place among all pages that may appear. */
  readonly index: number;
  /** With what is asked of this person now. */
  readonly page: AskedPage;
  readonly answers: Answers;
  /** Keys of required questions that were passed over. */
  readonly missing: readonly string[];
  /** Saved meanwhile on another device: what was just chosen is kept on the page, and not stored yet. */
  readonly savedElsewhere: boolean;
}

/**
 * C1, A1: saves one page. Order of writes: (A) the response, durable, with `complete` inside; (B) the ledger,
 * forward only. A repeated press, or one whose answer was lost, stores nothing new and is answered alike.
 */
export const answerPage = async (deps: VisitDeps, press: PagePress): Promise<AfterPress> => {
  const open = await visitOf(deps, press.person, press.visit);
  refuseUnlessOpen(open, deps.clock);
  const index = open.pages.findIndex(({ id }) => id === press.page);
  const page = open.pages[index];
  if (page === undefined) throw new Refusal('answer-not-understood');
  const answers = checkAnswers(page, press.answers);
  const revision: PageRevision = { page: page.id, revision: press.predecessor + 1, answers };
  const said = saidWith(open, revision);
  const pages = pagesNow(open, said);
  const missing = press.move === 'save' ? missingRequired(pages[index] ?? page, answers) : [];
  if (missing.length > 0) return { ...pageAt(open, index, said), missing };

  const onwards = press.move === 'stay' ? index : nextPage(pages, index, press.move === 'back' ? -1 : 1);
  const handingIn = press.move === 'save' && onwards === undefined;
  const skipped = handingIn ? firstUnansweredPage(pages, said) : undefined;
  const complete = handingIn && skipped === undefined;
  const passed = open.pages.slice(index + 1, onwards ?? index);
  const response = await savePage(deps, open, { revision, source: press.source, complete, passed });
  if (response === 'saved-elsewhere') {
    const fresh = await visitOf(deps, press.person, press.visit);
    const shown = pageAt(fresh, index, saidWith(fresh, revision));
    return shown.page.items.length === 0 ? showPage(fresh, index) : { ...shown, savedElsewhere: true };
  }
  const next = skipped ?? onwards ?? index;
  await follow(deps, open.visit, response, { source: press.source, page: next });
  // It was on its way while the round closed: the result takes it in after all (DESIGN §3.7).
  if (deps.clock.now() >= open.round.dueAt) await deps.rounds.announceAgain(open.round.id);
  if (complete) return { kind: 'done', open: { ...open, response } };
  return showPage({ ...open, response }, next, skipped !== undefined);
};

/** What stands once this page is saved as it is. */
const saidWith = (open: OpenVisit, revision: PageRevision): Answers =>
  standingAnswers({ revisions: [...(open.response?.revisions ?? []), revision] });

/** Draws a page as it stands; one that asks nothing gives way to the next that does. */
export const showPage = (open: OpenVisit, index: number, showMissing = false): ShownPage => {
  const said = standingAnswers(open.response);
  const pages = pagesNow(open, said);
  const from = Math.min(Math.max(index, 0), pages.length - 1);
  const shown = pageAt(open, nextPage(pages, from - 1, 1) ?? nextPage(pages, from, -1) ?? from, said);
  return showMissing ? { ...shown, missing: missingRequired(shown.page, said) } : shown;
};

const pageAt = (open: OpenVisit, index: number, said: Answers): ShownPage => {
  const page = pagesNow(open, said)[index];
  if (page === undefined) throw new RangeError(`no page ${index}`);
  return { kind: 'page', open, index, page, answers: said, missing: [], savedElsewhere: false };
};

/** The ledger follows the response: forward only, safe to repeat. */
const follow = async (
  deps: VisitDeps,
  visit: Visit,
  response: Response,
  { source, page }: Pick<PagePress, 'source'> & { readonly page: number },
): Promise<void> => {
  const now = deps.clock.now();
  const saved = pagesSaved(response);
  const answered = { channel: source, recordedBy: whose(visit), pagesSaved: saved };
  if (visit.state === 'answered') await deps.visits.markChanged(visit.id, saved);
  else if (response.complete) await deps.visits.markAnswered(visit.id, now, answered);
  else await deps.visits.markStarted(visit.id, now, page, saved);
};

const firstUnansweredPage = (pages: readonly AskedPage[], said: Answers): number | undefined => {
  const index = pages.findIndex((page) => missingRequired(page, said).length > 0);
  return index < 0 ? undefined : index;
};

import type { Round } from '../../domain/followups/round.ts';
import { type Visit, whose } from '../../domain/followups/visit.ts';
import type { Means } from '../../domain/means.ts';
import type { AskedItem } from '../../domain/questionnaires/asked-page.ts';
import { isPrivate } from '../../domain/questionnaires/questionnaire.ts';
import { answerPage } from '../../domain/responses/answer-page.ts';
import { lastRevision } from '../../domain/responses/standing-answers.ts';
import { openVisit } from '../../domain/responses/visit-page.ts';
import type { Stores } from '../../domain/stores.ts';
import { atTheKeyboard, type DemoPerson } from './demo-people.ts';

/** What the others find weak: so that the result has something to improve. */
const weakItems = ['d3-slot', 'd2-methods', 'd4-use', 'd1-applicable'];
const remarks = [
  '希望多一些自己动手的练习。 More hands-on exercises, please.',
  '下午三点以后的课，很难不被工作打断。 After three o’clock, work kept interrupting us.',
  '讲得清楚，例子很贴近我们的工作。 Clear, with examples close to our work.',
];
const obstacles = [
  '报表的格式是固定的，改不了。 The format of our reports is fixed.',
  '还没有遇到合适的任务。 No task has called for it yet.',
];

/**
 * The others answer a round, page by page, through the same use case as a pressed button: never Lin Xiao, in whose
 * chair everybody begins, nor whose chair is taken just now, nor whose questionnaire was begun by hand. Returns how many
 * did.
 */
export const othersAnswer = async (
  deps: Stores & Means,
  round: Round,
  seated: DemoPerson,
): Promise<number> => {
  const own = await deps.people.byEmails([atTheKeyboard.email, seated.email]);
  const waiting = (await deps.visits.ofRound(round.id)).filter(
    (visit) => visit.state === 'due' && own.every(({ id }) => id !== whose(visit)),
  );
  for (const [number, visit] of waiting.entries()) await answerWhole(deps, visit, number);
  return waiting.length;
};

const answerWhole = async (deps: Stores & Means, visit: Visit, number: number): Promise<void> => {
  const { pages } = await openVisit(deps, visit);
  for (const page of pages) {
    const { response } = await openVisit(deps, visit);
    await answerPage(deps, {
      source: 'teams',
      person: whose(visit),
      visit: visit.id,
      page: page.id,
      predecessor: lastRevision(response, page.id)?.revision ?? 0,
      answers: Object.fromEntries(
        page.items.flatMap((asked, index): [string, string][] => {
          const answer = answerOf(asked, number, index);
          return answer === undefined ? [] : [[asked.key, answer]];
        }),
      ),
      move: 'save',
    });
  }
};

/** What the nth of the others says to a question, as a client would send it: everything is text. */
export const answerOf = ({ item }: AskedItem, number: number, index: number): string | undefined => {
  // Nobody would ever see it.
  if (isPrivate(item)) return undefined;
  switch (item.type) {
    case 'two-sided':
      return (number + index) % 4 === 0 ? '4' : '3';
    case 'rating': {
      const weak = weakItems.some((start) => item.id.startsWith(start));
      return String(weak ? 2 + (number % 3) : strongAnswer(number, index));
    }
    case 'number':
      return String(
        item.min + item.step * Math.round(((item.max - item.min) / item.step) * (0.6 + (number % 5) * 0.08)),
      );
    case 'choice':
    case 'choices':
      return item.options[(number + index) % item.options.length]?.id;
    case 'text':
      return item.id.startsWith('d4-') ? obstacles[number - 3] : remarks[number];
  }
};

/** Mostly fours and fives, and not the same for every question. */
const strongAnswer = (number: number, index: number): number => {
  if ((number + 5 * index) % 12 === 0) return 3;
  return (number + index) % (2 + (index % 3)) === 0 ? 5 : 4;
};

import { itemIdOf } from '../../domain/analysis/answer-key.ts';
import { forInstructor } from '../../domain/analysis/disclosure.ts';
import { type ItemFigures, itemFigures } from '../../domain/analysis/item-figures.ts';
import { deviationIn } from '../../domain/analysis/measures.ts';
import type { Result } from '../../domain/analysis/result.ts';
import { type Judged, judgedIn } from '../../domain/issues/judged.ts';
import { weakness } from '../../domain/issues/recognise.ts';
import type { PersonId, RoundId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { addressesOf } from '../../domain/people/addresses-of.ts';
import { teaches } from '../../domain/people/permissions.ts';
import { idsOf } from '../../domain/people/person.ts';
import { isScored, itemsOf } from '../../domain/questionnaires/questionnaire.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';
import { type CompletionFigure, completionFigureOf } from './completion-figure.ts';
import type { ShareFigure, Shown } from './figure-view.ts';
import { type OtherAnswer, otherAnswers } from './other-answers.ts';
import { type ShownComments, shownComments } from './shown-comments.ts';
import { shownFigures } from './shown-figures.ts';

export interface InstructorResultView {
  readonly training: string;
  readonly questionnaire: Text;
  readonly dueDate: string;
  readonly name: string;
  readonly completion: Shown<CompletionFigure>;
  readonly satisfaction: Shown<ShareFigure>;
  /** Items about this instructor and about the training as a whole; only what may be shown. `weak`: an issue. */
  readonly items: readonly {
    readonly name: Text;
    readonly figures: ItemFigures;
    /** Standard deviation, where it may be told. */
    readonly deviation?: number;
    readonly weak: boolean;
  }[];
  /** What was asked beside scores, about this instructor or about nobody. */
  readonly others: readonly OtherAnswer[];
  /** Whether of all of them enough is known to say that they are weak or not. */
  readonly judged: Judged;
  readonly comments: ShownComments;
  readonly settings: Pick<Settings, 'minimumGroup'>;
}

type InstructorParts = Pick<
  ViewParts,
  'people' | 'questionnaires' | 'results' | 'rounds' | 'settings' | 'trainings'
>;

/**
 * W2, P3: to an instructor, about their own training only; figures with n, comments without names, nothing below the
 * threshold. Undefined for somebody whom the roster does not name as its instructor (any more), or without a result.
 */
export const instructorResultView = async (
  from: InstructorParts,
  id: RoundId,
  person: PersonId,
): Promise<InstructorResultView | undefined> => {
  const { questionnaires, settings } = from;
  const [round, result] = await Promise.all([from.rounds.byId(id), from.results.ofRound(id)]);
  const training = round === undefined ? undefined : await from.trainings.byCode(round.training);
  if (round === undefined || result === undefined || training === undefined) return undefined;
  const known = await from.people.byId(person);
  if (known === undefined || !teaches(training, addressesOf(known))) return undefined;
  // Asked about under the id they had then.
  const then = [person, ...idsOf(known)].find((one) =>
    round.instructors.some((asked) => asked.person === one),
  );
  const own = forInstructor(result, then ?? person, settings);
  return {
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    dueDate: result.dueDate,
    name: known.name || known.email,
    completion: completionFigureOf({ ...result.whole, ...own.whole }),
    satisfaction: shownFigures(own, questionnaires).satisfaction,
    items: shownItems(own, from),
    judged: judgedIn([{ ...own, ...own.whole }], questionnaires, settings),
    others: otherAnswers(own, { instructors: [] }, questionnaires),
    comments: await shownComments(from, own),
    settings,
  };
};

const shownItems = (
  result: Result,
  { questionnaires, settings }: Pick<ViewParts, 'questionnaires' | 'settings'>,
): InstructorResultView['items'] =>
  itemsOf(questionnaires.of(result.questionnaire))
    .filter(isScored)
    .flatMap((item) =>
      Object.entries(result.whole.items)
        .filter(([key]) => itemIdOf(key) === item.id)
        .flatMap(([, told]) => {
          const figures = told === 'hidden' ? undefined : itemFigures(told);
          if (told === 'hidden' || figures === undefined) return [];
          const weak = weakness(told, settings) !== undefined;
          return [{ name: item.shortName, figures, ...deviationIn(told), weak }];
        }),
    );

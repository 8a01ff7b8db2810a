import { type Visit, whose } from '../followups/visit.ts';
import { roundId } from '../kernel/ids.ts';
import { same, type Text } from '../kernel/text.ts';
import type { Means } from '../means.ts';
import type { Answer } from '../questionnaires/answers.ts';
import {
  type Item,
  isPrivate,
  itemsById,
  itemsOf,
  type Questionnaire,
  type Recall,
  recallOf,
} from '../questionnaires/questionnaire.ts';
import type { Stores } from '../stores.ts';
import type { Training } from '../trainings/training.ts';
import { standingAnswers } from './standing-answers.ts';

type Deps = Pick<Stores, 'rounds' | 'responses'> & Pick<Means, 'questionnaires' | 'responseKeys'>;

/** By item: what its person said at an earlier visit, in both languages; an item of which they said nothing is absent. */
export type Recalled = ReadonlyMap<string, readonly Text[]>;

/**
 * What this questionnaire shows its person again of an earlier visit of the same training: private answers alone, found by
 * that person's own key (DESIGN, decision 6). Nothing of an answer that was taken back.
 */
export const recallAnswers = async (
  deps: Deps,
  visit: Visit,
  training: Training,
  questionnaire: Questionnaire,
): Promise<Recalled> => {
  const recalled = new Map<string, readonly Text[]>();
  for (const item of itemsOf(questionnaire)) {
    const recall = recallOf(item);
    const said = recall === undefined ? [] : await saidAt(deps, visit, training, recall);
    if (said.length > 0) recalled.set(item.id, said);
  }
  return recalled;
};

const saidAt = async (
  deps: Deps,
  visit: Visit,
  training: Training,
  { kind, items: [first = '', ...more] }: Recall,
): Promise<Text[]> => {
  const round = await deps.rounds.byId(roundId(training.code, kind, 1));
  if (round === undefined) return [];
  const keys = [...new Set([visit.person, whose(visit)])].map((person) =>
    deps.responseKeys.response(person, training.code, kind, 1),
  );
  const responses = await deps.responses.byIds(keys);
  const answers = responses.filter(({ withdrawn }) => !withdrawn).map(standingAnswers);
  const own = answers.find((said) => said[first] !== undefined);
  const items = itemsById(deps.questionnaires.ofRound(round, training));
  return own === undefined ? [] : [first, ...more].flatMap((id) => textOf(items.get(id), own[id]));
};

const textOf = (item: Item | undefined, answer: Answer | undefined): Text[] => {
  if (item === undefined || !isPrivate(item) || typeof answer !== 'string') return [];
  if (item.type === 'text') return [same(answer)];
  const chosen = item.type === 'choice' ? item.options.find(({ id }) => id === answer) : undefined;
  return chosen === undefined ? [] : [chosen.wording];
};

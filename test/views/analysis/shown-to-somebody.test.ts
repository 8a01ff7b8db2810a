import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { defaultSettings } from '../../../src/domain/kernel/settings.ts';
import type { Answer, Answers } from '../../../src/domain/questionnaires/answers.ts';
import {
  type Item,
  isPrivate,
  itemsOf,
  type Questionnaire,
  questionnaireKey,
} from '../../../src/domain/questionnaires/questionnaire.ts';
import { createQuestionnaires } from '../../../src/domain/questionnaires/registry.ts';
import { instructorResultCard } from '../../../src/teams/cards/result/instructor-result-card.ts';
import { resultCard } from '../../../src/teams/cards/result/result-card.ts';
import { instructorResultView } from '../../../src/views/analysis/instructor-result-view.ts';
import { resultView } from '../../../src/views/analysis/result-view.ts';
import { aTraining } from '../../store/samples.ts';
import { buildRound, resultOf, type Trainee } from '../../support/build-round.ts';
import { byTest } from '../../support/by-test.ts';
import { cardWords } from '../../support/card-words.ts';
import { own } from '../../support/own-questionnaires.ts';
import { questionnaires as builtIn } from '../../support/questionnaires.ts';
import { useTestStores } from '../../support/use-test-stores.ts';

const stores = useTestStores();
const questionnaires = createQuestionnaires(builtIn.all, [own]);
const people = 12;
let teachers: { readonly id: PersonId; readonly name: string; readonly email: string }[] = [];
let rounds = 0;

beforeAll(async () => {
  const emails = ['ann@contoso.example', 'bo@contoso.example'];
  teachers = [];
  for (const email of emails) teachers.push(await stores().people.appear(email, email.slice(0, 3)));
});

/** Two answers to a question, neither of which keeps others from being asked of whoever gives the first. */
const twoAnswers = (item: Item): readonly [Answer, Answer] => {
  switch (item.type) {
    case 'choice':
      return [`${item.options[0]?.id}`, `${item.options[1]?.id}`];
    case 'choices':
      return [[`${item.options[0]?.id}`], [`${item.options[1]?.id}`]];
    case 'text':
      return ['One word.', 'Two words.'];
    case 'number':
      return [item.max, item.max - 4 * item.step];
    case 'two-sided':
      return [4, 3];
    case 'rating':
      return [4, 5];
  }
};

const keysOf = (item: Item): string[] =>
  item.perInstructor === true ? teachers.map(({ id }) => `${item.id}@${id}`) : [item.id];

const isLookedAt = (asked: Questionnaire, { id }: Item): boolean =>
  itemsOf(asked).some(({ onlyIf }) => onlyIf?.item === id && 'atMost' in onlyIf);

/** Half of the people say the one, half the other; the first of them says of `changed` the other as well. */
const trainees = (asked: Questionnaire, changed?: Item): Trainee[] =>
  Array.from({ length: people }, (_, at): Trainee => {
    const answers: Answers = Object.fromEntries(
      itemsOf(asked).flatMap((item) => {
        // Where something more is asked of those who say 3: of half of them, so that everything is told.
        const [one, other] = isLookedAt(asked, item) ? [3, 5] : twoAnswers(item);
        const isOther =
          at % (item.onlyIf === undefined ? 2 : 4) >= (item.onlyIf === undefined ? 1 : 2) ||
          (at === 0 && item === changed);
        return keysOf(item).map((key) => [key, isOther ? other : one]);
      }),
    );
    return { person: `p${at}`, answers };
  });

/** Everything that staff and the instructors read of it. */
const read = async (asked: Questionnaire, changed?: Item): Promise<string> => {
  rounds += 1;
  const round = buildRound({
    ...{ code: `R-${rounds}`, kind: asked.for.kind, questionnaire: questionnaireKey(asked) },
    instructors: teachers.map(({ id, name }) => ({ person: id, name })),
  });
  const training = {
    code: round.training,
    title: 'Course',
    instructorEmails: teachers.map(({ email }) => email),
  };
  await stores().trainings.save(aTraining(training), byTest);
  await stores().rounds.plan(round, byTest);
  await stores().results.freeze(resultOf(trainees(asked, changed), round), []);
  const from = { ...stores(), questionnaires, settings: defaultSettings, clock: { now: () => new Date() } };
  const result = await resultView(from, round.id);
  if (result === undefined) throw new Error('a round without a result');
  const cards = [resultCard(result, 'en')];
  for (const { id } of teachers) {
    const view = await instructorResultView(from, round.id, id);
    if (view !== undefined) cards.push(instructorResultCard(view, 'en'));
  }
  expect(cards).toHaveLength(3);
  return cards.flatMap((card) => cardWords(card).texts).join('\n');
};

describe.each([...builtIn.all, own].map((one) => [questionnaireKey(one), one] as const))(
  'of %s',
  (_, asked) => {
    let before = '';
    beforeAll(async () => {
      before = await read(asked);
    });

    it('the same answers make the same cards', async () => {
      expect(await read(asked)).toBe(before);
    });

    const shown = itemsOf(asked).filter((item) => !isPrivate(item));
    it.each(shown.map((item) => [item.id, item] as const))(
      'one answer to %s changes what somebody reads',
      async (_id, item) => {
        expect(await read(asked, item)).not.toBe(before);
      },
    );

    const kept = itemsOf(asked).filter(isPrivate);
    if (kept.length > 0)
      it('what is private changes nothing that anybody reads', async () => {
        for (const item of kept) expect(await read(asked, item), item.id).toBe(before);
      });
  },
);

import type { Round } from '../../src/domain/followups/round.ts';
import { recogniseIssues } from '../../src/domain/issues/recognise.ts';
import type { PersonId, RoundId } from '../../src/domain/kernel/ids.ts';
import type { Settings } from '../../src/domain/kernel/settings.ts';
import type { Answer } from '../../src/domain/questionnaires/answers.ts';
import { type Item, itemsOf } from '../../src/domain/questionnaires/questionnaire.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { aTraining } from '../store/samples.ts';
import { buildRound, buildVisit, endOf, frozenAt, resultOf, type Trainee } from './build-round.ts';
import { byTest } from './by-test.ts';
import { chance } from './chance.ts';
import { questionnaires } from './questionnaires.ts';

export interface Season {
  readonly rounds: readonly Round[];
  readonly instructors: readonly PersonId[];
  readonly manager: PersonId;
  readonly department: string;
  readonly settings: Pick<Settings, 'issueRule'>;
}

/**
 * A few rounds of the second and third quarter of a year as they may come: of nobody to forty people, who answer all, some or
 * nothing, are excused, decline or leave; from delighted to appalled, alike or divided; every one frozen with its issues.
 */
export const randomSeason = async (
  { people, trainings, rounds, visits, results, issues }: Stores,
  settings: Settings,
  seed: number,
  year: number,
): Promise<Season> => {
  const { next } = chance(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const oneOf = <Value>(...values: readonly Value[]): Value => values[upTo(values.length - 1)] as Value;
  const name = `s${year}`;
  const teachers = [];
  for (const one of ['a', 'b'])
    teachers.push(await people.appear(`${one}-${name}@contoso.example`, `T ${one}`));
  const rule = { ...settings.issueRule, minimumN: oneOf(5, 5, 8) };
  const manager = `mo-${name}` as PersonId;
  const department = `Sales ${name}`;
  // Of a season everybody may be happier than before, or less happy.
  const moods = { '05': next() * 5, '08': next() * 5 };
  const made: Round[] = [];
  for (let index = 0; index < 2 + upTo(3); index += 1) {
    const kind = oneOf('T1', 'T1', 'T2');
    const taught = teachers.slice(0, upTo(2));
    const code = `${name}-${index}`;
    const month = oneOf('05', '08');
    const dueDate = `${year}-${month}-${10 + index}`;
    const round = buildRound({
      ...{ code, kind, dueDate, dueAt: endOf(dueDate) },
      instructors: taught.map(({ id, name: called }) => ({ person: id, name: called })),
    });
    const mood = moods[month] + next() - 0.5;
    const spread = next() * 3;
    const thorough = next();
    const score = (): number => Math.max(1, Math.min(5, Math.round(mood + (next() - 0.5) * spread)));
    const answerTo = (item: Item): Answer => {
      if (item.type === 'choice') return oneOf(...item.options).id;
      if (item.type === 'choices')
        return item.options.filter(() => next() < score() / 10).map(({ id }) => id);
      if (item.type === 'text') return oneOf('', 'A word.');
      if (item.type === 'number')
        return item.min + item.step * Math.round(((item.max - item.min) / item.step) * ((score() - 1) / 4));
      return score();
    };
    const items = itemsOf(questionnaires.of(round.questionnaire ?? ''));
    const answers = (often: number) =>
      Object.fromEntries(
        items.flatMap((item) =>
          (item.perInstructor === true ? taught.map(({ id }) => `${item.id}@${id}`) : [item.id])
            .filter(() => next() < often)
            .map((key) => [key, answerTo(item)]),
        ),
      );
    const trainee = (at: number): Trainee => {
      const who = {
        person: `${name}-p${at}`,
        department: next() < 0.7 ? department : 'Service',
        ...(next() < 0.6 ? { manager } : {}),
      };
      const fate = next();
      if (fate < 0.7) return { ...who, answers: answers(0.5 + thorough / 2) };
      if (fate < 0.8)
        return {
          ...who,
          answers: answers(0.4),
          response: { complete: false },
          visit: { state: 'expired', startedOn: `${year}-05-01` },
        };
      if (fate < 0.85) return { ...who, visit: { state: 'excused', excuse: 'on-leave' } };
      if (fate < 0.9) return { ...who, visit: { state: 'excused', excuse: 'withdrawn' } };
      return { ...who, visit: { state: oneOf('declined', 'expired') } };
    };
    const trainees = Array.from({ length: oneOf(0, 4, 6, 6, 8, 10, 12, 14, 40) }, (_, at) => trainee(at));
    const training = aTraining({
      ...{ code: round.training, title: `Course ${index}`, course: `${code}-course` },
      instructorEmails: taught.map(({ email }) => email),
    });
    await trainings.save(training, byTest);
    await rounds.plan(round, byTest);
    const opened = trainees.map((one, at) => buildVisit(round, one, at));
    await visits.open(opened);
    for (const { training: of, person, department: from, manager: leads, excuse } of opened)
      await trainings.enrol(
        {
          ...{ training: of, person, department: from, withdrawn: excuse === 'withdrawn' },
          ...(leads === undefined ? {} : { manager: leads }),
        },
        byTest,
      );
    const result = resultOf(trainees, round);
    await results.freeze(result, []);
    await issues.raise(
      recogniseIssues(result, training.course, questionnaires, { issueRule: rule }, frozenAt),
      byTest,
    );
    made.push(round);
  }
  return {
    rounds: made,
    instructors: teachers.map(({ id }) => id),
    ...{ manager, department, settings: { issueRule: rule } },
  };
};

export const idsOf = ({ rounds }: Season): RoundId[] => rounds.map(({ id }) => id);

import { type VisitKind, visitKinds } from '../kernel/ids.ts';
import { courseKey } from '../trainings/course-key.ts';
import { type Training, trainingModes, trainingSources } from '../trainings/training.ts';
import type { Questionnaire, Scope } from './questionnaire.ts';

/** What decides which questionnaire a training's people get. */
export type QuestionedTraining = Pick<Training, 'mode' | 'source' | 'course'>;

/** A course by its name goes before any form of training; two words about the form before one. */
const weight = ({ mode, source, course }: Scope): number =>
  (course === undefined ? 0 : 4) + (mode === undefined ? 0 : 1) + (source === undefined ? 0 : 1);

const isFor = (scope: Scope, kind: VisitKind, training: QuestionedTraining): boolean =>
  scope.kind === kind &&
  (scope.mode === undefined || scope.mode === training.mode) &&
  (scope.source === undefined || scope.source === training.source) &&
  (scope.course === undefined || courseKey(scope.course) === courseKey(training.course));

/** Of every questionnaire its latest version: that one is asked. */
export const latestVersions = (questionnaires: readonly Questionnaire[]): Questionnaire[] =>
  [...Map.groupBy(questionnaires, ({ id }) => id).values()].flatMap((versions) =>
    versions.toSorted((one, other) => other.version - one.version).slice(0, 1),
  );

/** Those that say most about such a training: none, one, or several that tie. */
export const chooseQuestionnaire = (
  questionnaires: readonly Questionnaire[],
  kind: VisitKind,
  training: QuestionedTraining,
): Questionnaire[] => {
  const fitting = latestVersions(questionnaires).filter((one) => isFor(one.for, kind, training));
  const most = Math.max(...fitting.map((one) => weight(one.for)));
  return fitting.filter((one) => weight(one.for) === most);
};

export interface Tie extends QuestionedTraining {
  readonly kind: VisitKind;
  readonly questionnaires: readonly Questionnaire[];
}

/** Every sort of training that these questionnaires tell from another, with each kind of visit. */
export function* everySort(
  questionnaires: readonly Questionnaire[],
): Generator<QuestionedTraining & { readonly kind: VisitKind }> {
  // Any name that no questionnaire gives stands for all other courses.
  const courses = ['', ...questionnaires.flatMap((one) => one.for.course ?? [])];
  for (const kind of visitKinds)
    for (const mode of trainingModes)
      for (const source of trainingSources)
        for (const course of courses) yield { kind, mode, source, course };
}

/** Two questionnaires that say as much about the same training: nobody could tell which is asked. The first such training. */
export const findTie = (questionnaires: readonly Questionnaire[]): Tie | undefined => {
  for (const sort of everySort(questionnaires)) {
    const tied = chooseQuestionnaire(questionnaires, sort.kind, sort);
    if (tied.length > 1) return { ...sort, questionnaires: tied };
  }
  return undefined;
};

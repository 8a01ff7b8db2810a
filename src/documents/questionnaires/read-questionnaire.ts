import { checkQuestionnaire } from '../../domain/questionnaires/check-questionnaire.ts';
import { dimensionOf } from '../../domain/questionnaires/clauses.ts';
import {
  digestQuestionnaire,
  type PlainItem,
  type PlainQuestionnaire,
} from '../../domain/questionnaires/digest-questionnaire.ts';
import type { Questionnaire } from '../../domain/questionnaires/questionnaire.ts';
import type { BrokenRule, QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';
import { nearestWord } from './nearest-word.ts';
import { type QuestionnaireFile, questionnaireShape } from './questionnaire-shape.ts';
import { readYaml } from './read-yaml.ts';
import { shapeProblems } from './shape-problem.ts';

export type ReadQuestionnaire =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly QuestionnaireProblem[] };

/** A card of this many characters of questions would be far too long for Teams. */
const largestFile = 200_000;

/** `t1.v2.yaml`: the file says by its name which version of what it is. */
export const questionnaireFileName = ({ id, version }: Pick<Questionnaire, 'id' | 'version'>): string =>
  `${id}.v${version}.yaml`;

/** Reads one questionnaire; whatever is wrong with it comes with its line. */
export const readQuestionnaire = (text: string, file: string): ReadQuestionnaire => {
  if (text.length > largestFile) return { problems: [{ code: 'file-too-large', file, line: 0 }] };
  const yaml = readYaml(text);
  if ('code' in yaml) return { problems: [{ ...yaml, file }] };
  const refused = (rules: readonly BrokenRule[]): ReadQuestionnaire => ({
    problems: rules
      .map(({ path, ...rule }): QuestionnaireProblem => ({ ...rule, file, line: yaml.lineOf(path) }))
      .sort((one, other) => one.line - other.line),
  });
  const shaped = questionnaireShape.safeParse(yaml.value);
  if (!shaped.success) {
    return refused(withoutEchoes(shaped.error.issues.flatMap((issue) => shapeProblems(issue, yaml.value))));
  }
  const unknownScales = scalesNotThere(shaped.data);
  if (unknownScales.length > 0) return refused(unknownScales);
  const plain = plainOf(shaped.data);
  const named = questionnaireFileName(plain);
  const broken: BrokenRule[] = [
    ...(named === file ? [] : [{ code: 'file-name' as const, path: ['id'], details: { named } }]),
    ...checkQuestionnaire(plain),
  ];
  return broken.length > 0 ? refused(broken) : { questionnaire: digestQuestionnaire(plain) };
};

/** A misspelt field is missing as well: said once. */
const withoutEchoes = (rules: readonly BrokenRule[]): BrokenRule[] => {
  const place = (rule: BrokenRule, field: unknown): string =>
    JSON.stringify([...rule.path.slice(0, -1), field].map(String));
  const meant = new Set(
    rules.filter(({ code }) => code === 'field-unknown').map((rule) => place(rule, rule.details?.suggestion)),
  );
  return rules.filter(
    (rule) => rule.code !== 'field-missing' || !meant.has(place(rule, rule.details?.field)),
  );
};

type ItemOfFile = QuestionnaireFile['pages'][number]['items'][number];

const scalesNotThere = ({ scales, pages }: QuestionnaireFile): BrokenRule[] =>
  pages.flatMap((page, index) =>
    page.items.flatMap((item, at): BrokenRule[] => {
      if (!('scale' in item) || Object.hasOwn(scales, item.scale)) return [];
      const names = Object.keys(scales);
      const suggestion = nearestWord(item.scale, names);
      return [
        {
          code: 'scale-unknown',
          path: ['pages', index, 'items', at, 'scale'],
          value: item.scale,
          details: { allowed: names.join(', '), ...(suggestion === undefined ? {} : { suggestion }) },
        },
      ];
    }),
  );

const plainOf = ({ scales, pages, ...file }: QuestionnaireFile): PlainQuestionnaire => ({
  ...file,
  pages: pages.map((page) => ({ ...page, items: page.items.map((item) => plainItem(item, scales)) })),
});

const plainItem = (item: ItemOfFile, scales: QuestionnaireFile['scales']): PlainItem => {
  const dimension = dimensionOf(item.asks[0] ?? 'D5.overall');
  if (!('scale' in item)) return { ...item, dimension };
  const { scale, ...rest } = item;
  const labels = scales[scale];
  if (labels === undefined) throw new RangeError(`no scale ${scale}`);
  return { ...rest, dimension, labels };
};

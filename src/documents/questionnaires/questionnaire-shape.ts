import { z } from 'zod';
import { visitKinds } from '../../domain/kernel/ids.ts';
import { allClauses } from '../../domain/questionnaires/clauses.ts';
import { plainText } from '../../domain/questionnaires/plain-text.ts';
import { kirkpatrickLevels, numberMeanings } from '../../domain/questionnaires/questionnaire.ts';
import { trainingModes, trainingSources } from '../../domain/trainings/training.ts';

/** Both languages, always. Limits in characters: what is longer does not fit a card on a phone. */
const text = (most: number) => {
  const sentence = z.string().transform(plainText).pipe(z.string().min(1).max(most));
  return z.strictObject({ zh: sentence, en: sentence });
};
/** Answers are looked up by it: what every object has by itself is no id. */
const id = z
  .string()
  .max(40)
  .regex(/^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/);
const oneOrMore = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(value).min(1).max(4));

const condition = z
  .strictObject({
    item: z.string(),
    atMost: z.exactOptional(z.number()),
    atLeast: z.exactOptional(z.number()),
    is: z.exactOptional(oneOrMore(z.union([z.string(), z.number()]))),
  })
  .transform(({ item, atMost, atLeast, is }, context) => {
    const tests = [
      ...(atMost === undefined ? [] : [{ item, atMost }]),
      ...(atLeast === undefined ? [] : [{ item, atLeast }]),
      ...(is === undefined ? [] : [{ item, is }]),
    ];
    const [test] = tests;
    if (test !== undefined && tests.length === 1) return test;
    context.addIssue({ code: 'custom', params: { code: 'condition-unclear' } });
    return z.NEVER;
  });

const asked = {
  id,
  asks: oneOrMore(z.enum(allClauses as [(typeof allClauses)[number]])),
  level: z.literal(kirkpatrickLevels),
  wording: text(200),
  shortName: text(40),
  modes: z.exactOptional(z.array(z.enum(trainingModes)).min(1)),
  perInstructor: z.exactOptional(z.boolean()),
  onlyIf: z.exactOptional(condition),
};
/** What may be for the person's own eyes. */
const own = {
  private: z.exactOptional(z.boolean()),
  recalls: z.exactOptional(z.strictObject({ kind: z.enum(visitKinds), items: oneOrMore(id) })),
};
const label = text(40);
const labels = z.tuple([label, label, label, label, label]);
/** A name from `scales`. */
const scale = z.string();
const options = z
  .array(z.strictObject({ id, wording: text(60), good: z.exactOptional(z.boolean()) }))
  .min(2)
  .max(12);
const mustAnswer = z.boolean().default(true);
const mayAnswer = z.boolean().default(false);

const item = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.literal('rating'),
    scale,
    none: z.exactOptional(label),
    readyFrom: z.exactOptional(z.number().int().min(2).max(5)),
    required: mustAnswer,
  }),
  z.strictObject({
    ...asked,
    type: z.literal('two-sided'),
    scale,
    none: z.exactOptional(label),
    required: mustAnswer,
  }),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    options,
    ...own,
    required: mayAnswer,
  }),
  z.strictObject({ ...asked, type: z.literal('choices'), options, required: mayAnswer }),
  z.strictObject({
    ...asked,
    type: z.literal('number'),
    meaning: z.enum(numberMeanings),
    min: z.number().int().min(0).max(1000),
    max: z.number().int().min(0).max(1000),
    step: z.number().int().min(1).max(1000),
    required: mustAnswer,
  }),
  z.strictObject({
    ...asked,
    type: z.literal('text'),
    maxLength: z.number().int().min(1).max(2000).default(1000),
    ...own,
    required: mayAnswer,
  }),
]);

/** A questionnaire's file. Its rules beyond this shape: `check-questionnaire.ts`. */
export const questionnaireShape = z.strictObject({
  id,
  version: z.number().int().min(1).max(999),
  for: z.strictObject({
    kind: z.enum(visitKinds),
    mode: z.exactOptional(z.enum(trainingModes)),
    source: z.exactOptional(z.enum(trainingSources)),
    course: z.exactOptional(z.string().min(1).max(200)),
  }),
  title: text(60),
  intro: text(300),
  scales: z.record(z.string(), labels).default({}),
  pages: z
    .array(
      z.strictObject({
        id,
        title: text(60),
        lead: z.exactOptional(text(200)),
        stem: z.exactOptional(text(200)),
        items: z.array(item).min(1).max(5),
      }),
    )
    .min(1)
    .max(12),
});

export type QuestionnaireFile = z.output<typeof questionnaireShape>;

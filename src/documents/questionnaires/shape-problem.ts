import type { z } from 'zod';
import type {
  BrokenRule,
  QuestionnaireProblemCode,
} from '../../domain/questionnaires/questionnaire-problem.ts';
import { nearestWord } from './nearest-word.ts';

type Issue = z.core.$ZodIssue;
type Code = QuestionnaireProblemCode;

/** What does not have a questionnaire's shape, as problems that a person can mend. */
export const shapeProblems = (issue: Issue, file: unknown): BrokenRule[] => {
  const { path } = issue;
  const gap = missingAt(file, path);
  if (gap !== undefined) return [missing(gap)];
  const found = valueAt(file, path);
  const value = isPlain(found) ? { value: String(found) } : {};
  const problem = (code: Code, details?: BrokenRule['details']): BrokenRule[] => [
    { code, path, ...value, ...(details === undefined ? {} : { details }) },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => unknownField(file, path, field));
    case 'invalid_type':
      return problem('field-wrong', { expected: issue.expected });
    case 'invalid_value':
      return problem('value-unknown', among(issue.values.map(String), String(found)));
    case 'invalid_union':
      return 'options' in issue
        ? problem('value-unknown', among((issue.options as unknown[]).map(String), String(found)))
        : problem('field-wrong', { expected: 'text or number' });
    case 'invalid_format':
      return problem('id-not-usable');
    case 'too_small':
      if (issue.origin === 'string') return problem('text-empty');
      if (issue.origin !== 'array') return problem('number-not-fitting', { least: Number(issue.minimum) });
      return path[0] === 'scales'
        ? problem('labels-not-five')
        : problem('too-few', { least: Number(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'string') return problem('text-too-long', { limit: Number(issue.maximum) });
      if (issue.origin !== 'array') return problem('number-not-fitting', { most: Number(issue.maximum) });
      return path[0] === 'scales'
        ? problem('labels-not-five')
        : problem('too-many', { most: Number(issue.maximum) });
    case 'custom':
      return problem((issue.params?.code as Code | undefined) ?? 'field-wrong');
    default:
      return problem('field-wrong', { expected: 'other' });
  }
};

const missing = (path: readonly PropertyKey[]): BrokenRule => {
  const field = String(path.at(-1));
  return field === 'zh' || field === 'en'
    ? { code: 'language-missing', path, details: { language: field } }
    : { code: 'field-missing', path, details: { field } };
};

/** A field that is not meant is often one misspelt. */
const unknownField = (file: unknown, path: readonly PropertyKey[], field: string): BrokenRule => {
  const suggestion = nearestWord(field, fieldNames);
  const details = { field, ...(suggestion === undefined ? {} : { suggestion }) };
  const found = valueAt(file, [...path, field]);
  return {
    code: 'field-unknown',
    path: [...path, field],
    details,
    ...(isPlain(found) ? { value: String(found) } : {}),
  };
};

const fieldNames = [
  ...['id', 'version', 'for', 'kind', 'mode', 'source', 'course', 'title', 'intro', 'scales', 'pages'],
  ...['lead', 'stem', 'items', 'type', 'asks', 'level', 'wording', 'shortName', 'modes', 'perInstructor'],
  ...[
    'onlyIf',
    'item',
    'atMost',
    'atLeast',
    'is',
    'required',
    'scale',
    'none',
    'readyFrom',
    'options',
    'good',
    'private',
    'recalls',
  ],
  ...['meaning', 'min', 'max', 'step', 'maxLength', 'zh', 'en'],
];

const among = (allowed: readonly string[], found: string): BrokenRule['details'] => {
  const suggestion = /^\d+$/.test(found) ? undefined : nearestWord(found, allowed);
  return { allowed: allowed.join(', '), ...(suggestion === undefined ? {} : { suggestion }) };
};

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What a path leads to; a single word stands for a list of one. */
const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : part),
    file,
  );

/** The path as far as the first part that is not filled in. */
const missingAt = (file: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined => {
  const length = path.findIndex(
    (_, index) => (valueAt(file, path.slice(0, index + 1)) ?? undefined) === undefined,
  );
  return length < 0 ? undefined : path.slice(0, length + 1);
};

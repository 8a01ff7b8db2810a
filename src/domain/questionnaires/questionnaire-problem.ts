import type { RefusalDetails } from '../kernel/refusal.ts';

/** What can be wrong with the notation itself. */
export const yamlProblemCodes = [
  'yaml-tab',
  'yaml-twice',
  'yaml-quote',
  'yaml-colon',
  'yaml-alias',
  'yaml-several',
  'yaml-broken',
] as const;
export type YamlProblemCode = (typeof yamlProblemCodes)[number];

/** Everything that can be wrong with a questionnaire's file or folder. Each has, in `wording`, what is wrong and what would be right. */
export const questionnaireProblemCodes = [
  'folder-unreadable',
  'file-unreadable',
  'file-not-utf8',
  'file-gone',
  'file-name',
  'file-too-large',
  ...yamlProblemCodes,
  'field-missing',
  'field-unknown',
  'field-wrong',
  'language-missing',
  'value-unknown',
  'text-empty',
  'text-too-long',
  'number-not-fitting',
  'id-not-usable',
  'id-reserved',
  'id-twice',
  'too-few',
  'too-many',
  'scale-unknown',
  'labels-not-five',
  'steps-uneven',
  'dimensions-mixed',
  'lead-and-stem',
  'condition-unclear',
  'condition-unknown',
  'condition-too-late',
  'condition-about-instructor',
  'condition-on-text',
  'condition-on-private',
  'condition-impossible',
  'recall-not-private',
  'last-page-may-vanish',
  'measure-twice',
  'tie',
  'lock-broken',
  'published-changed',
  'asked-missing',
  'asked-changed',
] as const;
export type QuestionnaireProblemCode = (typeof questionnaireProblemCodes)[number];

export interface QuestionnaireProblem {
  readonly code: QuestionnaireProblemCode;
  readonly file: string;
  /** From 1; 0 when it is about the file as a whole. */
  readonly line: number;
  /** What stands there. */
  readonly value?: string;
  readonly details?: RefusalDetails;
}

/** A rule that a questionnaire breaks, and where in it. */
export interface BrokenRule extends Pick<QuestionnaireProblem, 'code' | 'value' | 'details'> {
  /** From the questionnaire's top: `['pages', 0, 'items', 2, 'onlyIf']`. */
  readonly path: readonly PropertyKey[];
}

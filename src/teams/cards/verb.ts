/** Everything a button can ask for: the one list that buttons and what answers them (card-actions/) share. */
export const verbs = [
  'answer-page',
  'answer-back',
  'answer-later',
  'on-leave-open',
  'on-leave',
  'did-not-attend',
  'attended',
  'open-visit',
  'change-answers',
  'assign-open',
  'assign-save',
  'pass-on-open',
  'pass-on-save',
  'improvement-started',
  'improvement-done',
  'improvement-comment',
  'left-confirm',
  'left-undo',
  'same-confirm',
  'same-leave',
] as const;
export type Verb = (typeof verbs)[number];

import { deliveryReasons } from '../../src/domain/deliveries/delivery.ts';
import type { ImportSummary } from '../../src/domain/imports/import-summary.ts';
import type { TrainingCode } from '../../src/domain/kernel/ids.ts';
import { refusalCodes } from '../../src/domain/kernel/refusal.ts';
import type { Text } from '../../src/domain/kernel/text.ts';
import { questionReasons } from '../../src/domain/people/account.ts';
import { givenRoles } from '../../src/domain/people/person.ts';
import {
  questionnaireProblemCodes,
  yamlProblemCodes,
} from '../../src/domain/questionnaires/questionnaire-problem.ts';
import { rosterProblemCodes } from '../../src/domain/rosters/roster-problem.ts';
import type { ImportOutlook } from '../../src/domain/sequels/import-outlook.ts';

/** A name nobody can take for a word of either language. */
const name = '§1';
/** What another sentence puts in: of each language its own letters, so that a mix-up shows. */
const text: Text = { zh: '甲', en: 'Jay' };
/** Whatever detail is asked for is there; those two may be days. */
const days = { one: '2026-08-28', other: '2026-08-28' };
const details = new Proxy(days, { get: (known, key) => Reflect.get(known, key) ?? '12' });
const counts = { new: 1, changed: 2, unchanged: 0 };
const summary: ImportSummary = {
  importId: 'i',
  fileName: name,
  rows: 3,
  resumedFrom: 0,
  trainings: counts,
  participants: counts,
  touched: [],
  failed: [],
};
const problem = { line: 3, column: 'end', heading: name, value: name, details, file: name };

/** What a parameter of this type is tried with. */
export const samplesOfType: Readonly<Record<string, readonly unknown[]>> = {
  string: [name],
  number: [0, 1, 2, 7],
  boolean: [true, false],
  Text: [text],
  LastMoment: [{ date: '2026-08-28' }, { date: '2026-08-28', time: '18:00' }],
  'number | undefined': [undefined, 0.71],
  'string | undefined': [undefined, name],
  'Text | undefined': [undefined, text],
  'readonly string[]': [[name], [name, '§2', '§3']],
  'readonly Text[]': [[text], [text, text]],
  'readonly { readonly training: Text; readonly until: Text }[]': [
    [{ training: text, until: text }],
    [
      { training: text, until: text },
      { training: text, until: text },
    ],
  ],
  "'better' | 'worse'": ['better', 'worse'],
  ItemFigures: [
    { mean: 3.25, satisfaction: 0.5, n: 8 },
    { mean: 2.4, satisfaction: 0.4, n: 5, atMost: { satisfied: 2, mean: true } },
    { satisfaction: 0.4, n: 5, atMost: { satisfied: 2, mean: false } },
  ],
  "Settings['minimumGroup']": [
    { scores: 5, comments: 5 },
    { scores: 5, comments: 8 },
  ],
  "Settings['issueRule']": [{ meanBelow: 3.5, satisfactionBelow: 0.6, minimumN: 5 }],
  RefusalCode: refusalCodes,
  DeliveryReason: deliveryReasons,
  RefusalDetails: [details],
  QuestionReason: questionReasons,
  RosterProblem: rosterProblemCodes.map((code) => ({ code, ...problem })),
  QuestionnaireProblem: questionnaireProblemCodes.map((code) => ({ code, ...problem })),
  ImportSummary: [
    summary,
    { ...summary, resumedFrom: 2 },
    { ...summary, failed: ['SALES-26'] as never },
    { ...summary, failed: Array.from({ length: 12 }, (_, index) => `SALES-${index}`) as never },
  ],
  'readonly TrainingMode[]': [['classroom'], ['online', 'mixed']],
  '{ readonly satisfied?: number } | undefined': [undefined, {}, { satisfied: 2 }],
  Appointment: givenRoles.map((role) => ({ role, department: name })),
};

const outOf = (many: number) => Array.from({ length: many }, () => ({ training: name, sent: 2, begun: 1 }));

/** Of everything an import may say so many. */
const outlookOf = (many: number): ImportOutlook => {
  const counts = { new: many, changed: many, unchanged: many };
  const training = name as TrainingCode;
  const each = Array.from({ length: many }, (_, at) => at);
  const days = each.map((at) => `2026-08-${String(at + 10)}`);
  const rounds = days.map((day) => ({ training, kind: 'T1' as const, questionnaire: text, day }));
  return {
    ...{ trainings: counts, participants: counts, people: { all: many, new: many } },
    first: rounds.map((round) => ({ ...round, people: many })),
    ...{ missed: rounds, otherDates: rounds, withoutManager: many },
    unasked: each.flatMap(() => [
      { training, why: 'over' as const },
      { training, why: 'nothing-to-ask' as const },
      { training, why: 'cancelled' as const },
    ]),
    ...{ notNamed: many, withdrawn: many, returned: many },
    withoutInstructor: each.map(() => training),
  };
};

/** Functions that take what not every value of a type can be. */
export const samplesOfFunction: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  // Makes wordings of texts that are tried where they stand.
  plain: [],
  dayText: [['2026-08-28']],
  dateText: [['2026-08-28']],
  importUndoText: [
    [{ kind: 'none' }],
    [{ kind: 'undone-before', fileName: name }],
    [{ kind: 'not-traced', fileName: name }],
    [{ kind: 'already-out', fileName: name, out: outOf(12) }],
    [{ kind: 'undone', fileName: name, gone: 1, restored: 2, kept: outOf(2) }],
  ],
  importOutlookText: [1, 2, 12].flatMap((many) =>
    [true, false].map((compared) => [outlookOf(many), compared]),
  ),
  linesToldApart: [0, 1, 2, 12].map((many) => [
    {
      asides: Array.from({ length: many }, (_, at) =>
        (['above', 'headings', 'total', 'note'] as const).map((kind) => ({ kind, line: at + 1, text: name })),
      ).flat(),
      continued: Array.from({ length: many }, (_, at) => at + 1),
    },
  ]),
  headingsRecalled: [
    [new Map([[name, 'email']])],
    [
      new Map([
        [name, 'email'],
        ['§2', 'nothing'],
      ]),
    ],
  ],
  whichTraining: [[[{ code: name, title: '§2' }]]],
  meantFor: [[{}], [{ mode: 'online' }], [{ source: 'internal', course: name }]],
  chosenLine: [
    [text, [{ option: text, times: 4 }], 6, true],
    [
      text,
      [
        { option: text, times: 12 },
        { option: text, times: 7 },
      ],
      20,
      false,
    ],
  ],
  peopleAnswered: [[1], [2], [7, 12]],
  // An exact one is a figure alone.
  shareValue: [
    [0.4, 5, { satisfied: 2 }],
    [0.4, 20, {}],
  ],
  // Inside an object, where no declaration says their types.
  most: [['7']],
  least: [['7']],
  answered: [[name, 2]],
  opened: [[name]],
  reminded: [[name]],
  closed: [[name]],
  missed: [[1], [2]],
  lowResponse: [[[name]], [[name, '§2']]],
  tooClose: [[5]],
  withheld: [[5]],
  ...Object.fromEntries(yamlProblemCodes.map((code) => [code, [[]]])),
};

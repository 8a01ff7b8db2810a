import { describe, expect, it } from 'vitest';
import { readQuestionnaire } from '../../../src/documents/questionnaires/read-questionnaire.ts';
import {
  type QuestionnaireProblemCode,
  questionnaireProblemCodes,
} from '../../../src/domain/questionnaires/questionnaire-problem.ts';
import { changed, own, ownFile } from '../../support/own-questionnaires.ts';

const lineOf = (text: string, nth = 1): number => {
  const lines = [...ownFile.split('\n').entries()].filter(([, line]) => line.includes(text));
  const [index] = lines[nth - 1] ?? [];
  if (index === undefined) throw new Error(text);
  return index + 1;
};
const problemsOf = (text: string, name = 'own-t1.v1.yaml') => {
  const read = readQuestionnaire(text, name);
  return 'problems' in read ? read.problems : [];
};

interface Slip {
  readonly code: QuestionnaireProblemCode;
  readonly what: string;
  readonly change: readonly [string, string];
  readonly line: number;
  readonly value?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

const depthScale = 'scale: depth';
const planBy = 'id: plan-by\n        type: choice';
const afterPlan = `id: extra
        type: text
        asks: D5.suggestions
        level: 1
        onlyIf: { item: plan-by, is: week }
        wording: { zh: 多说一句, en: Anything else }
        shortName: { zh: 其他, en: More }`;
const overall = 'id: overall\n        type: rating';
const slips: readonly Slip[] = [
  {
    code: 'field-missing',
    what: 'a wording that is not there',
    change: ['        wording: { zh: 内容的深浅如何？, en: How deep was the content? }\n', ''],
    line: lineOf('id: depth'),
    details: { field: 'wording' },
  },
  {
    code: 'field-missing',
    what: 'a field left empty',
    change: ['asks: D1.depth', 'asks:'],
    line: lineOf('asks: D1.depth'),
    details: { field: 'asks' },
  },
  {
    code: 'field-unknown',
    what: 'a misspelt field, said once',
    change: ['shortName: { zh: 深浅', 'shortname: { zh: 深浅'],
    line: lineOf('shortName: { zh: 深浅'),
    details: { field: 'shortname', suggestion: 'shortName' },
  },
  {
    code: 'field-wrong',
    what: 'a version in words',
    change: ['version: 1', 'version: one'],
    line: lineOf('version: 1'),
    value: 'one',
    details: { expected: 'number' },
  },
  {
    code: 'field-wrong',
    what: 'a number where words belong',
    change: ['{ zh: 有, en: There was }', '{ zh: 有, en: 1 }'],
    line: lineOf('id: had-one'),
    value: '1',
    details: { expected: 'string' },
  },
  {
    code: 'language-missing',
    what: 'a sentence without its English',
    change: ['{ zh: 深浅, en: Depth }', '{ zh: 深浅 }'],
    line: lineOf('shortName: { zh: 深浅'),
    details: { language: 'en' },
  },
  {
    code: 'language-missing',
    what: 'a label without its Chinese',
    change: ['{ zh: 太浅, en: Far too shallow }', '{ en: Far too shallow }'],
    line: lineOf('en: Far too shallow'),
    details: { language: 'zh' },
  },
  {
    code: 'value-unknown',
    what: 'a kind of visit nobody makes',
    change: ['kind: T1', 'kind: T6'],
    line: lineOf('kind: T1'),
    value: 'T6',
    details: { allowed: 'T1, T2, T3, T4, T5', suggestion: 'T1' },
  },
  {
    code: 'value-unknown',
    what: 'a kind of question there is not',
    change: ['type: two-sided', 'type: two-sidet'],
    line: lineOf('type: two-sided'),
    value: 'two-sidet',
    details: { allowed: 'rating, two-sided, choice, choices, number, text', suggestion: 'two-sided' },
  },
  {
    code: 'value-unknown',
    what: 'a clause that is not in the policy',
    change: ['asks: D1.depth', 'asks: D1.lunch'],
    line: lineOf('asks: D1.depth'),
    value: 'D1.lunch',
  },
  {
    code: 'text-empty',
    what: 'a sentence without words',
    change: ['en: Depth }', 'en: " " }'],
    line: lineOf('shortName: { zh: 深浅'),
  },
  {
    code: 'text-too-long',
    what: 'a name too long for a table',
    change: ['en: Depth }', `en: ${'deep '.repeat(20)}}`],
    line: lineOf('shortName: { zh: 深浅'),
    details: { limit: 40 },
  },
  {
    code: 'number-not-fitting',
    what: 'a number beyond what can be counted',
    change: ['max: 10', 'max: 100000'],
    line: lineOf('max: 10'),
    value: '100000',
    details: { most: 1000 },
  },
  {
    code: 'id-not-usable',
    what: 'an id with a space',
    change: ['id: depth', 'id: how deep'],
    line: lineOf('id: depth'),
    value: 'how deep',
  },
  {
    code: 'id-twice',
    what: 'two questions of one id',
    change: ['id: answers', 'id: depth'],
    line: lineOf('id: answers'),
    value: 'depth',
  },
  {
    code: 'id-twice',
    what: 'two options of one id',
    change: ['id: none-yet', 'id: had-one'],
    line: lineOf('id: none-yet'),
    value: 'had-one',
  },
  {
    code: 'too-few',
    what: 'a choice without an alternative',
    change: ['          - { id: practice, wording: { zh: 练习太少, en: Too little practice } }\n', ''],
    line: lineOf('        options:', 2),
    details: { least: 2 },
  },
  {
    code: 'scale-unknown',
    what: 'a scale that is not there',
    change: [depthScale, 'scale: deepness'],
    line: lineOf(depthScale),
    value: 'deepness',
    details: { allowed: 'depth, quality' },
  },
  {
    code: 'labels-not-five',
    what: 'a scale of four points',
    change: ['    - { zh: 偏浅, en: Rather shallow }\n', ''],
    line: lineOf('  depth:'),
  },
  {
    code: 'steps-uneven',
    what: 'steps that miss the end',
    change: ['step: 1', 'step: 3'],
    line: lineOf('step: 1'),
    value: '3',
  },
  {
    code: 'too-many',
    what: 'more numbers than anybody can choose from',
    change: ['max: 10', 'max: 100'],
    line: lineOf('step: 1'),
    details: { most: 20 },
  },
  {
    code: 'dimensions-mixed',
    what: 'one question for two dimensions',
    change: ['[D2.methods, D2.interest]', '[D2.methods, D3.modes]'],
    line: lineOf('[D2.methods, D2.interest]'),
    value: 'D2.methods, D3.modes',
  },
  {
    code: 'lead-and-stem',
    what: 'a page with two openings',
    change: [
      'title: { zh: 内容, en: Content }',
      'title: { zh: 内容, en: Content }\n    lead: { zh: 一, en: One }\n    stem: { zh: 二, en: Two }',
    ],
    line: lineOf('title: { zh: 内容, en: Content }') + 1,
  },
  {
    code: 'condition-unclear',
    what: 'a condition that says two things',
    change: ['{ item: methods, atMost: 3 }', '{ item: methods, atMost: 3, atLeast: 2 }'],
    line: lineOf('onlyIf: { item: methods'),
  },
  {
    code: 'condition-unknown',
    what: 'a condition on a question that is not there',
    change: ['{ item: methods, atMost: 3 }', '{ item: method, atMost: 3 }'],
    line: lineOf('onlyIf: { item: methods'),
    value: 'method',
  },
  {
    code: 'condition-too-late',
    what: 'a condition on a question of the same page: a card cannot change under the finger',
    change: ['{ item: depth, is: [4, 5] }', '{ item: times, atLeast: 1 }'],
    line: lineOf('onlyIf: { item: depth'),
    value: 'times',
  },
  {
    code: 'condition-about-instructor',
    what: 'a question to all that depends on one about each instructor',
    change: ['{ item: occasion, is: had-one }', '{ item: methods, atMost: 3 }'],
    line: lineOf('onlyIf: { item: occasion'),
    value: 'methods',
  },
  {
    code: 'condition-on-text',
    what: 'a condition on what somebody wrote',
    change: [planBy, `${planBy}\n        onlyIf: { item: too-deep, is: all }`],
    line: lineOf('id: plan-by') + 2,
    value: 'too-deep',
  },
  {
    code: 'condition-on-private',
    what: 'a condition that would give a private answer away',
    change: [overall, `${afterPlan}\n      - ${overall}`],
    line: lineOf('id: overall', 2) + 4,
    value: 'plan-by',
  },
  {
    code: 'recall-not-private',
    what: 'a question that shows something private again, and is counted',
    change: [
      'id: times',
      'id: again\n        type: text\n        asks: D4.use\n        level: 3\n        recalls: { kind: T1, items: plan }\n        wording: { zh: 后来呢？, en: And then? }\n        shortName: { zh: 后来, en: Then }\n      - id: times',
    ],
    line: lineOf('id: times') + 4,
  },
  {
    code: 'condition-impossible',
    what: 'an option that cannot be chosen',
    change: ['is: had-one', 'is: had-two'],
    line: lineOf('onlyIf: { item: occasion'),
    value: 'had-two',
    details: { item: 'occasion', possible: 'had-one, none-yet' },
  },
  {
    code: 'condition-impossible',
    what: 'a condition that everybody meets',
    change: ['atMost: 3', 'atMost: 5'],
    line: lineOf('onlyIf: { item: methods'),
    value: '5',
  },
  {
    code: 'last-page-may-vanish',
    what: 'a last page that not everybody gets',
    change: [overall, `${overall}\n        modes: [online]`],
    line: lineOf('id: overall'),
  },
  {
    code: 'too-many',
    what: 'a question for everything',
    change: ['asks: D1.depth', 'asks: [D1.depth, D1.breadth, D1.currency, D1.application, D1.practicality]'],
    line: lineOf('asks: D1.depth'),
    details: { most: 4 },
  },
  {
    code: 'file-name',
    what: 'a version that the file’s name denies',
    change: ['version: 1', 'version: 2'],
    line: lineOf('id: own-t1'),
    details: { named: 'own-t1.v2.yaml' },
  },
  {
    code: 'measure-twice',
    what: 'two questions for the satisfaction with the whole',
    change: ['asks: D2.answers', 'asks: D5.overall'],
    line: lineOf('id: overall', 2),
  },
  {
    code: 'yaml-tab',
    what: 'a tab',
    change: ['    items:', '\titems:'],
    line: lineOf('    items:'),
  },
  {
    code: 'yaml-twice',
    what: 'a field given twice',
    change: ['version: 1', 'version: 1\nversion: 2'],
    line: lineOf('version: 1') + 1,
  },
  {
    code: 'yaml-quote',
    what: 'a quote that never ends',
    change: ['{ zh: 内容, en: Content }', '{ zh: "内容, en: Content }'],
    line: ownFile.split('\n').length,
  },
  {
    code: 'yaml-colon',
    what: 'a colon in a sentence',
    change: ['title: { zh: 内容, en: Content }', 'title: Content: what it was'],
    line: lineOf('title: { zh: 内容, en: Content }'),
  },
  {
    code: 'yaml-alias',
    what: 'a reference',
    change: ['title: { zh: 内容, en: Content }', 'title: *content'],
    line: lineOf('title: { zh: 内容, en: Content }'),
  },
  {
    code: 'yaml-several',
    what: 'two documents',
    change: ['version: 1', 'version: 1\n---\nid: other'],
    line: lineOf('version: 1') + 1,
  },
  {
    code: 'yaml-broken',
    what: 'a sign that begins nothing',
    change: ['en: Depth }', 'en: @ }'],
    line: lineOf('en: Depth }'),
  },
];

describe('a questionnaire’s file', () => {
  it('that is good becomes a questionnaire; what may be left out has its usual value', () => {
    expect(own.for).toEqual({ kind: 'T1', mode: 'classroom' });
    const items = own.pages.flatMap((page) => page.items);
    expect(items.map(({ id, required }) => [id, required])).toEqual([
      ['depth', true],
      ['occasion', true],
      ['answers', true],
      ['methods', true],
      ['methods-weak', true],
      ['times', true],
      ['too-deep', true],
      ['plan', false],
      ['plan-by', false],
      ['overall', true],
    ]);
    expect(items[3]).toMatchObject({ dimension: 'D2', asks: ['D2.methods', 'D2.interest'], level: 1 });
    expect(items[6]).toMatchObject({ type: 'text', maxLength: 1000 });
  });

  it.each(slips)('$what is shown at its line ($code)', ({ change, code, line, value, details }) => {
    const [problem, ...others] = problemsOf(changed(ownFile, change));
    expect(problem).toMatchObject({
      code,
      line,
      file: 'own-t1.v1.yaml',
      ...(value === undefined ? {} : { value }),
      ...(details === undefined ? {} : { details }),
    });
    expect(others).toEqual([]);
  });

  it.each([
    ['a text', afterPlan],
    [
      'a choice',
      afterPlan.replace(
        'type: text',
        'type: choice\n        options: [{ id: a, wording: { zh: 甲, en: A } }, { id: b, wording: { zh: 乙, en: B } }]',
      ),
    ],
  ])(
    'a private question may depend on a private answer, for both stay with the person: %s',
    (_, question) => {
      const mine = question.replace('level: 1', 'level: 1\n        private: true');
      expect(problemsOf(changed(ownFile, [overall, `${mine}\n      - ${overall}`]))).toEqual([]);
    },
  );

  it('far too large is refused unread', () => {
    expect(problemsOf(ownFile + '#'.repeat(200_000))).toEqual([
      { code: 'file-too-large', file: 'own-t1.v1.yaml', line: 0 },
    ]);
  });

  it('whatever else is in it, it is refused with a line and not taken for a questionnaire', () => {
    for (const text of [
      '',
      '# nothing',
      '[]',
      '5',
      'null',
      'a: b',
      '{',
      '\u0000',
      '- - -',
      'pages: 7\nid: [1]',
    ]) {
      const [problem] = problemsOf(text);
      expect(problem?.line).toBeGreaterThanOrEqual(1);
    }
  });

  it('a line is lost or a word is: the outcome is a questionnaire or problems, never a crash', () => {
    const lines = ownFile.split('\n');
    for (const [index, line] of lines.entries()) {
      const without = lines.toSpliced(index, 1).join('\n');
      const broken = lines.with(index, line.replace(/[:{},]/, '')).join('\n');
      for (const text of [without, broken]) {
        const read = readQuestionnaire(text, 'own-t1.v1.yaml');
        expect('questionnaire' in read || read.problems.length > 0).toBe(true);
      }
    }
  });

  it('every fault a file can have is one of these', () => {
    const ofFolders =
      /^(folder|lock|published|asked|file-(too-large|unreadable|not-utf8|gone)|id-reserved|tie)/;
    const shown = new Set(slips.map(({ code }) => code));
    expect(questionnaireProblemCodes.filter((code) => !ofFolders.test(code) && !shown.has(code))).toEqual([]);
  });
});

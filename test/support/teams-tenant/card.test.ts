import { describe, expect, it } from 'vitest';
import { readCard } from './card.ts';
import { fillInputs, rawInputs } from './card-inputs.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '第一页' },
    { type: 'TextBlock', text: 'not shown', isVisible: false },
    { type: 'RichTextBlock', inlines: ['plain ', { type: 'TextRun', text: 'run' }] },
    { type: 'FactSet', facts: [{ title: 'Due', value: 'Friday' }] },
    {
      type: 'Chart.Donut',
      title: 'Scores',
      data: [{ legend: 'good', value: 3 }],
      fallback: {
        type: 'Table',
        rows: [
          {
            type: 'TableRow',
            cells: [{ type: 'TableCell', items: [{ type: 'TextBlock', text: 'good: 3' }] }],
          },
        ],
      },
    },
    { type: 'Input.ChoiceSet', id: 'score', isRequired: true, choices: [{ title: 'Four', value: '4' }] },
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
    { type: 'Input.Text', id: 'note', maxLength: 10, label: 'Anything else' },
    { type: 'Input.Toggle', id: 'name', title: 'Give my name', valueOn: 'yes', valueOff: 'no' },
    { type: 'Input.Number', id: 'share', min: 0, max: 100, value: 50 },
  ],
  actions: [{ type: 'Action.Execute', title: 'Next', verb: 'next', data: { text: 'no text' } }],
};

describe('reading a card', () => {
  it('finds what a reader sees, in order, and nothing else', () => {
    expect(readCard(card).texts).toEqual([
      '第一页',
      'plain ',
      'run',
      'Due',
      'Friday',
      'Scores',
      'good',
      'Four',
      'Anything else',
      'Give my name',
      'Next',
    ]);
  });

  it('shows the fallback of what phones cannot draw', () => {
    const onPhone = readCard(card, { client: 'mobile' });
    expect(onPhone.text).toContain('good: 3');
    expect(onPhone.text).not.toContain('Scores');
    expect(onPhone.elements('Table')).toHaveLength(1);
    expect(readCard(card).elements('Table')).toHaveLength(0);
  });
});

describe('filling in a card', () => {
  const read = readCard(card);

  it('sends strings, presets for what was left alone, and people by their object id', () => {
    expect(
      fillInputs(read, { score: 4, who: [{ aadObjectId: 'a' }, { aadObjectId: 'b' }] }, 'desktop'),
    ).toEqual({
      score: '4',
      who: 'a,b',
      note: '',
      name: 'no',
      share: '50',
    });
    expect(fillInputs(read, { score: '4', name: true }, 'mobile')).toEqual({
      score: '4',
      name: 'yes',
      share: '50',
    });
  });

  it.each([
    [{}, 'required'],
    [{ score: 9 }, 'none of 4'],
    [{ score: 4, note: 'much too long for it' }, 'longer than 10'],
    [{ score: 4, share: 101 }, 'more than 100'],
    [{ score: 4, typo: 1 }, 'no input "typo"'],
  ])('does not press where Teams would not: %j', (inputs, why) => {
    expect(() => fillInputs(read, inputs, 'desktop')).toThrow(why);
  });

  it('sends anything when nothing is checked', () => {
    expect(rawInputs({ score: 9, typo: true })).toEqual({ score: '9', typo: 'true' });
  });
});

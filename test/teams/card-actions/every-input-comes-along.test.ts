import { describe, expect, it } from 'vitest';
import { cardActions } from '../../../src/teams/card-actions/all-card-actions.ts';
import { cardSamples } from '../../support/card-samples.ts';
import type { Fields } from '../../support/teams-tenant/activity.ts';
import { visit } from '../../support/teams-tenant/card-walk.ts';

const byVerb = new Map<unknown, (typeof cardActions)[number]>(
  cardActions.map((action) => [action.verb, action]),
);

/** Something a person could enter there; a client sends texts. */
const entered = (input: Fields): string => {
  if (input.type === 'Input.Date') return '2026-12-24';
  if (input.type === 'Input.ChoiceSet' && Array.isArray(input.choices))
    return String(input.choices[0]?.value ?? '');
  return 'a few words';
};

const partsOf = (card: Fields) => {
  const inputs: Record<string, string> = {};
  const buttons: Fields[] = [];
  visit(card, 'desktop', (part) => {
    const type = String(part.type ?? '');
    if (type.startsWith('Input.') && typeof part.id === 'string') inputs[part.id] = entered(part);
    if (type === 'Action.Execute') buttons.push(part);
  });
  return { inputs, buttons };
};

const withInputs = cardSamples.filter(
  ({ card }) => Object.keys(partsOf(card('en') as unknown as Fields).inputs).length > 0,
);

describe('a client sends all inputs of a card with each of its buttons', () => {
  it('on cards enough to tell', () => {
    expect(withInputs.length).toBeGreaterThan(5);
  });

  it.each(withInputs.map(({ name, card }) => ({ name, card })))(
    '$name: every button takes them',
    ({ card }) => {
      const { inputs, buttons } = partsOf(card('en') as unknown as Fields);
      const refusing = buttons.filter(({ verb, data }) => {
        const { verb: _, ...carried } = { ...(data as Fields) };
        return byVerb.get(verb)?.prepare({ ...carried, ...inputs }) === undefined;
      });
      expect(refusing.map(({ verb }) => verb)).toEqual([]);
      expect(buttons.length).toBeGreaterThan(0);
    },
  );
});

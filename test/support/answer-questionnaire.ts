import type { CardInput } from './teams-tenant/card.ts';
import type { InputValue } from './teams-tenant/card-inputs.ts';
import type { SeenCard } from './teams-tenant/chat.ts';
import type { Person } from './teams-tenant/person.ts';

/** What somebody puts into one input of a page; undefined leaves it as it is. */
export interface Opinion {
  (input: CardInput): InputValue | undefined;
  /** Of what it has to say in particular, that which no input has asked for until now. */
  readonly unasked?: () => readonly string[];
}

/** The middle of a two-sided scale is best: as good as such a score. */
const pointWorth: Readonly<Record<number, number>> = { 5: 3, 4: 3, 3: 4, 2: 5, 1: 5 };
const isTwoSided = ({ choices }: CardInput): boolean =>
  ['正好', 'Just right'].includes(choices[2]?.title ?? '');

/** The same rating everywhere but where `others` (by the item's id, or its whole key) says otherwise; texts stay empty. */
export const rating = (score: number, others: Readonly<Record<string, InputValue>> = {}): Opinion => {
  const unasked = new Set(Object.keys(others));
  const said = (input: CardInput): InputValue | undefined => {
    const special = Object.entries(others).find(([id]) => [input.id, input.id.split('@', 1)[0]].includes(id));
    if (special !== undefined) {
      unasked.delete(special[0]);
      return special[1];
    }
    if (input.type !== 'Input.ChoiceSet') return undefined;
    const at = isTwoSided(input) ? (pointWorth[score] ?? score) : score;
    return (input.choices[at - 1] ?? input.choices[0])?.value;
  };
  return Object.assign(said, { unasked: () => [...unasked] });
};

/** The inputs of one page, filled in. */
export const fillPage = (card: SeenCard, opinion: Opinion): Record<string, InputValue> =>
  Object.fromEntries(
    card.inputs.flatMap((input): [string, InputValue][] => {
      const value = opinion(input);
      return value === undefined ? [] : [[input.id, value]];
    }),
  );

const mostPages = 12;

/**
 * Presses "Next" with this opinion on every page until no page is left; the card shown then, the closing page. Throws
 * when the opinion was about something that is not asked: then nothing was said about it.
 */
export const answerAll = async (
  person: Person,
  card: SeenCard | undefined,
  opinion: Opinion,
): Promise<SeenCard> => {
  let shown = card;
  for (let page = 0; page < mostPages; page += 1) {
    if (shown === undefined) throw new Error(`${person.name} was answered without a card`);
    if (!shown.actions.some(({ verb }) => verb === 'answer-page')) {
      const unasked = opinion.unasked?.() ?? [];
      if (unasked.length > 0) throw new Error(`nobody asks for ${unasked.join(', ')}`);
      return shown;
    }
    shown = (await person.presses(shown, 'answer-page', { inputs: fillPage(shown, opinion) })).card;
  }
  throw new Error('the questionnaire does not end');
};

import { readCard } from '../../test/support/teams-tenant/card.ts';
import type { Answered } from './load.ts';
import type { Submission } from './questionnaires.ts';

interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: Record<string, unknown>;
}

const cardOf = (status: number, body: string) => {
  const { statusCode, type, value } = JSON.parse(body) as InvokeAnswer;
  if (status !== 200 || statusCode !== 200 || type !== 'application/vnd.microsoft.card.adaptive')
    throw new Error(`not answered with a card: ${status} ${body.slice(0, 300)}`);
  return readCard(value);
};

/** Throws unless every page was answered with the card of the one after it. */
export const checkPages = (asked: readonly Submission[], { answers }: Answered): void => {
  for (const [index, { next }] of asked.entries()) {
    const { status = 0, body = '{}' } = answers[index] ?? {};
    const shown = cardOf(status, body).actions.find(({ verb }) => verb === 'answer-page')?.data.page;
    if (shown !== next) throw new Error(`the page after is ${next}, shown was ${shown}`);
  }
};

/** Throws unless every page was answered with a card. */
export const checkCards = ({ answers }: Answered): void => {
  for (const { status, body } of answers) cardOf(status, body);
};

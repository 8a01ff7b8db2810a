import type { Connection } from 'mongoose';
import { roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { fillPage, rating } from '../../test/support/answer-questionnaire.ts';
import type { Fields } from '../../test/support/teams-tenant/activity.ts';
import { fillInputs } from '../../test/support/teams-tenant/card-inputs.ts';
import type { Person } from '../../test/support/teams-tenant/person.ts';
import { storedResponses } from '../delivery/stored-responses.ts';

/** One page as one trainee submits it, ready to be posted, and what must come back. */
export interface Submission {
  readonly body: string;
  /** The page the answer must show; undefined after the last. */
  readonly next: string | undefined;
}

/** A whole questionnaire as somebody really answered it, and the card of its second page. */
export interface Model {
  readonly pages: readonly { readonly action: Fields; readonly next: string | undefined }[];
  readonly visit: string;
  readonly card: Fields;
}

const training = 'BENCH-1' as TrainingCode;

/** Somebody answers all pages of their first card through the bot; the others will do as they did. */
export const answeredBy = async (person: Person): Promise<Model> => {
  const pages: { action: Fields; page: string }[] = [];
  const cards: Fields[] = [];
  for (let card = person.chat.lastCard(); ; ) {
    const button = card.actions.find(({ verb }) => verb === 'answer-page');
    if (button === undefined) break;
    const inputs = fillPage(card, rating(4));
    const data = { ...button.data, ...fillInputs(card, inputs, 'desktop') };
    pages.push({
      action: { type: button.type, verb: button.verb, data },
      page: String(button.data.page),
    });
    cards.push(card.json);
    const shown = (await person.presses(card, 'answer-page', { inputs })).card;
    if (shown === undefined) throw new Error('no card came back');
    card = shown;
  }
  const data = pages[0]?.action.data as Fields;
  return {
    pages: pages.map(({ action }, index) => ({ action, next: pages[index + 1]?.page })),
    visit: String(data.visit),
    card: cards[1] ?? {},
  };
};

/** The same answers from each of these people about their own visit: by person, page after page. */
export const submissionsOf = async (
  connection: Connection,
  people: readonly Person[],
  model: Model,
): Promise<Submission[][]> => {
  const visits = await connection
    .collection<{ _id: string; person: string }>('visits')
    .find({ round: roundId(training, 'T1', 1) })
    .toArray();
  const accounts = await connection.collection('accounts').find().toArray();
  const visitOf = new Map(visits.map(({ _id, person }) => [person, _id]));
  const personOf = new Map(accounts.map(({ aadObjectId, personId }) => [aadObjectId, personId]));
  return people.flatMap((person) => {
    const visit = visitOf.get(personOf.get(person.aadObjectId));
    if (visit === undefined || visit === model.visit) return [];
    const { id: replyToId } = person.chat.lastMessage();
    return [
      model.pages.map(({ action, next }) => {
        const value = {
          action: { ...action, data: { ...(action.data as Fields), visit } },
          trigger: 'manual',
        };
        const activity = person.activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId });
        return { body: JSON.stringify(activity), next };
      }),
    ];
  });
};

/** Another training's round opens later, for a campaign of its own. */
export const holdBack = async (connection: Connection, other: string, opensAt: Date): Promise<void> => {
  const id = roundId(other as TrainingCode, 'T1', 1);
  const held = await connection
    .collection<{ _id: string }>('rounds')
    .updateOne({ _id: id }, { $set: { opensAt } });
  if (held.matchedCount === 0) throw new Error(`no round ${id}`);
};

/** So that the first press of everybody is news about their account. */
export const lastSeen = async (connection: Connection, seenAt: Date): Promise<void> => {
  await connection.collection('accounts').updateMany({}, { $set: { seenAt } });
};

/** Pages the product has stored, questionnaires it holds complete, visits it counts as answered, and what the bare bot inserted. */
export const storedIn = async (connection: Connection) => {
  const responses = await storedResponses(connection);
  return {
    pages: responses.reduce((sum, { revisions }) => sum + revisions.length, 0),
    complete: responses.filter(({ complete }) => complete).length,
    answered: await connection.collection('visits').countDocuments({ state: 'answered' }),
    bare: await connection.collection('bare').countDocuments({}),
  };
};

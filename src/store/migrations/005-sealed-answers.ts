import mongoose from 'mongoose';
import type { ResponseId, RoundId } from '../../domain/kernel/ids.ts';
import type { Answer } from '../../domain/questionnaires/answers.ts';
import { addPages } from '../../domain/responses/add-pages.ts';
import type { PageRevision, Response } from '../../domain/responses/response.ts';
import { roomOf, type Seal } from '../../domain/responses/seal.ts';
import {
  type OpenedResponse,
  openResponse,
  type SealedResponse,
  sealResponse,
} from '../../domain/responses/sealed-response.ts';
import { type Entry, fromEntries } from '../entries.ts';
import type { Migration } from './migration.ts';
import type { Slices } from './slices.ts';

/** A response as it lay open before. */
interface OpenRecord extends Pick<Response, 'round' | 'source' | 'complete' | 'withdrawn'> {
  readonly _id: ResponseId;
  readonly revisions: readonly {
    readonly page: string;
    readonly revision: number;
    readonly answers: readonly Entry<Answer>[];
  }[];
}

const fields = ['round', 'source', 'revisions', 'complete', 'withdrawn', 'cover', 'pages'];

/**
 * Answers lay open, in the order in which they came. A version that does not know seals would write them so again, and
 * cannot read them any more. What they looked like before is wiped by 006.
 */
export const sealedAnswers: Migration = {
  number: 5,
  name: '005-sealed-answers',
  alone: true,
  add: async ({ change, given: { seal } }) => {
    const rooms = await roomsOf(change, seal);
    await change({
      collection: 'responses',
      fields,
      change: (document) => {
        if (document.revisions === undefined) return undefined;
        const { cover, pages } = sealResponse(seal, closed(seal, document as OpenRecord, rooms));
        return {
          $set: { cover, pages },
          $unset: { source: '', revisions: '', complete: '', withdrawn: '' },
        };
      },
    });
  },
};

/** By round and page, in bytes. */
type Rooms = ReadonlyMap<string, Map<string, number>>;

/** As much room for everybody's answers to a page as the longest take up: what could be said at most is not known here. */
const roomsOf = async (change: Slices['change'], seal: Seal): Promise<Rooms> => {
  const rooms = new Map<string, Map<string, number>>();
  await change({
    collection: 'responses',
    fields,
    change: (document) => {
      const ofRound = rooms.get(document.round) ?? new Map<string, number>();
      rooms.set(document.round, ofRound);
      for (const [page, room] of roomsTaken(document, seal))
        ofRound.set(page, Math.max(room, ofRound.get(page) ?? 0));
      return undefined;
    },
  });
  return rooms;
};

const roomsTaken = (document: mongoose.mongo.Document, seal: Seal): [string, number][] => {
  if (document.revisions !== undefined)
    return revisionsOf(document as OpenRecord).map(({ page, answers }) => [
      page,
      Buffer.byteLength(JSON.stringify(answers)),
    ]);
  // A process that was killed had sealed it.
  return [...openResponse(seal, sealedIn(document)).stored].map(([{ page }, stored]) => [
    page,
    stored.page === undefined ? 0 : roomOf(stored.page),
  ]);
};

const revisionsOf = ({ revisions }: OpenRecord): PageRevision[] =>
  revisions.map(({ page, revision, answers }) => ({
    page,
    revision,
    answers: fromEntries(answers, (value) => value),
  }));

const sealedIn = ({ _id, round, cover, pages }: mongoose.mongo.Document): SealedResponse => ({
  id: _id as ResponseId,
  round: round as RoundId,
  cover: bytes(cover),
  pages: (pages as unknown[]).map(bytes),
});
const bytes = (value: unknown): Uint8Array =>
  value instanceof mongoose.mongo.Binary ? value.value() : new Uint8Array();

const closed = (seal: Seal, record: OpenRecord, rooms: Rooms): OpenedResponse => {
  const { _id: id, round, source, complete, withdrawn } = record;
  const ofRound = rooms.get(round) ?? new Map<string, number>();
  const withRoom = (revision: PageRevision) => ({ ...revision, room: ofRound.get(revision.page) ?? 0 });
  const said = revisionsOf(record);
  const kept = { id, round, source, complete };
  // Whoever has handed in has left every page; one that asked nothing of them was not stored before.
  const passedBy = [...ofRound.keys()]
    .filter((page) => complete && !said.some((one) => one.page === page))
    .map((page) => withRoom({ page, revision: 1, answers: {} }));
  const before: OpenedResponse = {
    response: { id, round, source, complete, withdrawn, revisions: [] },
    stored: new Map(),
  };
  return said.reduce(
    (opened, revision, index) =>
      addPages(seal, opened, {
        ...kept,
        page: withRoom(revision),
        passedBy: index === said.length - 1 ? passedBy : [],
      }),
    before,
  );
};

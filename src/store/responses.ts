import { type Connection, type mongo, Schema } from 'mongoose';
import type { ResponseId, RoundId } from '../domain/kernel/ids.ts';
import { addPages } from '../domain/responses/add-pages.ts';
import type { PageRevision, Response } from '../domain/responses/response.ts';
import type { ResponseStore } from '../domain/responses/response-store.ts';
import type { Seal } from '../domain/responses/seal.ts';
import { type OpenedResponse, openResponse, sealResponse } from '../domain/responses/sealed-response.ts';
import { lastRevision } from '../domain/responses/standing-answers.ts';
import { literal, literals } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { isDuplicateKey } from './upsert.ts';

/** Nothing but this may be stored here: no name, no time, no ledger id, no id that a database made, and no answer. */
interface ResponseRecord {
  readonly _id: ResponseId;
  readonly round: RoundId;
  readonly cover: Uint8Array;
  readonly pages: readonly Uint8Array[];
}

const schema = new Schema<ResponseRecord>(
  { _id: String, round: String, cover: Buffer, pages: [Buffer] },
  storedAs('responses'),
);
schema.index({ round: 1 });

/** A response as it was read: its cover is other bytes after every write. */
interface Held extends OpenedResponse {
  readonly cover: unknown;
}

/** Answers, sealed and apart from the ledger (P3). An acknowledged page is on a majority's disks. */
export const responseStore = (connection: Connection, seal: Seal): ResponseStore => {
  // Straight to the driver: Mongoose would look at every byte once more, and they are made here.
  const responses = connection.model('Response', schema)
    .collection as unknown as mongo.Collection<ResponseRecord>;
  const asBytes = { promoteBuffers: true } as const;
  const heldOf = new WeakMap<Response, Held>();

  const hold = (opened: OpenedResponse, cover: unknown): Held => {
    const held = { ...opened, cover };
    heldOf.set(held.response, held);
    return held;
  };
  const read = ({ _id: id, round, cover, pages, ...more }: ResponseRecord): Held => {
    const opened = openResponse(seal, { id, round, cover: bytes(cover), pages: list(pages).map(bytes) });
    if (Object.keys(more).length === 0) return hold(opened, cover);
    // Something was added that is not sealed, so it is not the product's.
    const { damaged = 0 } = opened.response;
    return hold({ ...opened, response: { ...opened.response, damaged: damaged + 1 } }, cover);
  };
  const look = async (id: ResponseId): Promise<Held | undefined> => {
    const record = await responses.findOne({ _id: literal(id) }, asBytes);
    return record === null ? undefined : read(record);
  };

  /** The response as it is now; undefined if somebody else changed it since it was read. */
  const write = async (before: Held | undefined, next: OpenedResponse): Promise<Held | undefined> => {
    const { id, round, cover, pages } = sealResponse(seal, next);
    const record = { round: literal(round), cover, pages };
    if (before === undefined) {
      try {
        await responses.insertOne({ _id: literal(id), ...record });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return undefined;
      }
    } else {
      const unchanged = before.cover === undefined ? { $exists: false } : { $eq: before.cover as Uint8Array };
      const { matchedCount } = await responses.replaceOne({ _id: literal(id), cover: unchanged }, record);
      if (matchedCount === 0) return undefined;
    }
    return hold(next, cover);
  };

  const mark = async (id: ResponseId, withdrawn: boolean): Promise<void> => {
    for (;;) {
      const before = await look(id);
      if (before === undefined || before.response.withdrawn === withdrawn) return;
      if ((await write(before, { ...before, response: { ...before.response, withdrawn } })) !== undefined)
        return;
    }
  };

  return {
    append: async (pages, known) => {
      const { page, id, round, source } = pages;
      if (!Number.isInteger(page.revision) || page.revision < 1)
        throw new RangeError(`Revision ${page.revision} of a page`);
      let before = known === undefined ? undefined : heldOf.get(known);
      for (let isFresh = false; ; isFresh = true) {
        if (follows(page, before?.response)) {
          const written = await write(before, addPages(seal, before, pages));
          if (written !== undefined) return { kind: 'appended', response: written.response };
        } else if (isFresh) {
          const nothing: Response = { id, round, source, revisions: [], complete: false, withdrawn: false };
          return { kind: 'overtaken', response: before?.response ?? nothing };
        }
        before = await look(id);
      }
    },
    byId: async (id) => (await look(id))?.response,
    byIds: async (ids) => {
      const found = responses.find({ _id: { $in: literals(ids) } }, asBytes).sort({ _id: 1 });
      return (await found.toArray()).map((record) => read(record).response);
    },
    withdraw: (id) => mark(id, true),
    restore: (id) => mark(id, false),
  };
};

const follows = ({ page, revision }: PageRevision, known: Response | undefined): boolean =>
  revision === (lastRevision(known, page)?.revision ?? 0) + 1;

/** What somebody changed may be anything: it is nothing that opens. */
const bytes = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

import { type Connection, type mongo, Schema } from 'mongoose';
import type { ResponseId } from '../domain/kernel/ids.ts';
import type { Answer, PageRevision, Response } from '../domain/responses/response.ts';
import type { AppendOutcome, ResponseStore } from '../domain/responses/response-store.ts';
import { type Entry, fromEntries, toEntries } from './entries.ts';
import { literal, literals } from './literal.ts';
import { part, storedAs } from './schema-options.ts';
import { isDuplicateKey } from './upsert.ts';

/** `mark` is page and revision in one value: what an append's filter asks for in a single comparison. */
type RevisionRecord = Omit<PageRevision, 'answers'> & { mark: string; answers: Entry<Answer>[] };

/** Nothing but this may be stored here: no name, no time, no ledger id, no id that a database made. */
type ResponseRecord = Omit<Response, 'id' | 'revisions'> & { _id: ResponseId; revisions: RevisionRecord[] };

const answer = new Schema<Entry<Answer>>({ key: String, value: Schema.Types.Mixed }, part);
const revision = new Schema<RevisionRecord>(
  { mark: String, page: String, revision: Number, answers: [answer] },
  part,
);
const schema = new Schema<ResponseRecord>(
  {
    _id: String,
    round: String,
    source: String,
    revisions: [revision],
    complete: Boolean,
    withdrawn: Boolean,
  },
  storedAs('responses'),
);
schema.index({ round: 1 });

const markOf = (page: string, number: number): string => `${page}#${number}`;

/** A number, a text or a list of texts, whatever came. */
const plain = (value: Answer): Answer => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value : value.map(String);
};

const read = ({ _id, revisions, ...response }: ResponseRecord): Response => ({
  id: _id,
  ...response,
  revisions: revisions.map(({ page, revision, answers }) => ({
    page,
    revision,
    answers: fromEntries(answers, (value) => value),
  })),
});

/** Answers, apart from the ledger (P3). An acknowledged page is on a majority's disks. */
export const responseStore = (connection: Connection): ResponseStore => {
  const responses = connection.model('Response', schema);

  const byId = async (id: ResponseId): Promise<Response | undefined> => {
    const record = await responses.findById(literal(id)).lean();
    return record === null ? undefined : read(record);
  };

  return {
    append: async (id, round, source, { page, revision: number, answers }, complete) => {
      if (!Number.isInteger(number) || number < 1) throw new RangeError(`Revision ${number} of a page`);
      const first = number === 1;
      const pageName = String(page);
      const predecessor = first
        ? { 'revisions.page': { $ne: pageName } }
        : {
            $and: [
              { 'revisions.mark': markOf(pageName, number - 1) },
              { 'revisions.mark': { $ne: markOf(pageName, number) } },
            ],
          };
      const made = { round: literal(round), source: literal(source), withdrawn: false };
      const update = {
        $push: {
          revisions: {
            mark: markOf(pageName, number),
            page: pageName,
            revision: number,
            answers: toEntries(answers, plain),
          },
        },
        // Once complete, always complete: only the first write may say "not yet".
        ...(complete
          ? { $set: { complete: true }, $setOnInsert: made }
          : { $setOnInsert: { ...made, complete: false } }),
      };

      const attempt = async (mayCreate: boolean): Promise<Response | undefined> => {
        // Straight to the driver: Mongoose would look at every answer once more, and they are made plain here.
        const written = await (
          responses.collection as unknown as mongo.Collection<ResponseRecord>
        ).findOneAndUpdate({ _id: literal(id), ...predecessor }, update, {
          upsert: mayCreate,
          returnDocument: 'after',
        });
        return written === null ? undefined : read(written);
      };
      const attemptFirst = async (): Promise<Response | undefined> => {
        try {
          return await attempt(true);
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          // The response exists: it has this page already, or another page's first revision made it just now.
          return attempt(false);
        }
      };

      const appended = first ? await attemptFirst() : await attempt(false);
      if (appended !== undefined) return { kind: 'appended', response: appended };
      const nothing: Response = { id, round, source, revisions: [], complete: false, withdrawn: false };
      return { kind: 'overtaken', response: (await byId(id)) ?? nothing } satisfies AppendOutcome;
    },
    byId,
    byIds: async (ids) =>
      (
        await responses
          .find({ _id: { $in: literals(ids) } })
          .sort({ _id: 1 })
          .lean()
      ).map(read),
    withdraw: async (id) => {
      await responses.updateOne({ _id: literal(id) }, { $set: { withdrawn: true } });
    },
    restore: async (id) => {
      await responses.updateOne({ _id: literal(id) }, { $set: { withdrawn: false } });
    },
  };
};

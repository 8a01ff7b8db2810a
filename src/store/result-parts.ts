import { type Connection, type mongo, Schema } from 'mongoose';
import type { Comment, FrozenResult, Part } from '../domain/analysis/result.ts';
import type { KeptCell } from '../domain/analysis/result-store.ts';
import type { PersonId, RoundId } from '../domain/kernel/ids.ts';
import { literal, literals } from './literal.ts';
import { type CellRecord, cellFields, isWhole, readCell, storedCell } from './result-cells.ts';
import { storedAs } from './schema-options.ts';
import { allOf, readWhole } from './whole-records.ts';

/** What belongs to a result, and to which freezing of it: a process may die in the middle, two may freeze at once. */
interface Piece {
  readonly _id: string;
  readonly round: RoundId;
  readonly freezing: string;
}
export interface PartRecord extends Piece, CellRecord {
  readonly kind: Part['kind'];
  readonly name: string;
}
export interface TextsRecord extends Piece {
  readonly key: string;
  readonly at: number;
  readonly texts: string[];
}
interface MarksRecord extends Piece {
  readonly marks: string[];
}

/** So many of something in a document: far from the 16 MB that one may hold, whatever people wrote. */
const textsInOne = 200;
const marksInOne = 10_000;
const writtenAtOnce = 500;

const piece = { _id: String, round: String, freezing: String };
const partSchema = new Schema<PartRecord>(
  { ...piece, kind: String, name: String, ...cellFields },
  storedAs('resultparts'),
);
partSchema.index({ kind: 1, name: 1, round: 1 });
partSchema.index({ round: 1, freezing: 1 });
readWhole(partSchema, {
  needs: ['round', 'freezing', 'kind', 'name', 'items', 'hidden'],
  checks: { items: isWhole },
});
const textsSchema = new Schema<TextsRecord>(
  { ...piece, key: String, at: Number, texts: [String] },
  storedAs('resulttexts'),
);
textsSchema.index({ round: 1, key: 1, at: 1 });
readWhole(textsSchema, { needs: ['round', 'freezing', 'key', 'at', 'texts'] });
const marksSchema = new Schema<MarksRecord>({ ...piece, marks: [String] }, storedAs('resultmarks'));
marksSchema.index({ round: 1 });
readWhole(marksSchema, { needs: ['round', 'freezing', 'marks'] });

/** What is kept of a result in documents of its own, so that no round is too large to freeze. */
export const resultParts = (connection: Connection) => {
  const parts = connection.model('ResultPart', partSchema);
  const texts = connection.model('ResultTexts', textsSchema);
  const marks = connection.model('ResultMarks', marksSchema);

  return {
    write: async (
      freezing: string,
      { round, parts: cells, texts: comments }: FrozenResult,
      counted: readonly string[],
    ) => {
      const of = (name: string) => ({ _id: `${freezing}/${name}`, round: literal(round), freezing });
      await insertAll(
        parts,
        cells.map(({ part, cell }) => partRecord(of, part, cell)),
      );
      await insertAll(texts, textsRecords(of, comments));
      await insertAll(
        marks,
        slices(counted, marksInOne).map((some, index) => ({ ...of(`marks/${index}`), marks: some })),
      );
    },
    /** Lets go of what freezings that came to nothing wrote. */
    keepOnly: async (round: RoundId, freezings: readonly string[]): Promise<void> => {
      const others = { round: literal(round), freezing: { $nin: literals(freezings) } };
      for (const model of [parts, texts, marks]) await collectionOf(model).deleteMany(others);
    },
    cells: async (part: Part, rounds: readonly RoundId[]): Promise<(KeptCell & { freezing: string })[]> =>
      (
        await parts
          .find({ kind: part.kind, name: literal(nameOf(part)), round: { $in: literals(rounds) } })
          .lean()
      ).map(({ round, freezing, kind, name, ...cell }) => ({
        round,
        freezing,
        part: partOf(kind, name),
        cell: readCell(cell),
      })),
    comments: async (
      round: RoundId,
      freezing: string,
      key: string,
      { most, after }: { readonly most: number; readonly after: number },
    ): Promise<Comment[]> => {
      const found: Comment[] = [];
      const at = Math.floor(after / textsInOne);
      const [skipped, end] = [after % textsInOne, (after % textsInOne) + most];
      const pieces = texts.find({ round: literal(round), key: literal(key), freezing, at: { $gte: at } });
      for await (const one of pieces.sort({ at: 1 }).lean().cursor()) {
        found.push(...one.texts.map((text) => ({ key, text })));
        if (found.length >= end) break;
      }
      return found.slice(skipped, end);
    },
    marks: async (round: RoundId, freezing: string): Promise<ReadonlySet<string>> => {
      // Without some of them what was counted would count once more.
      const pieces = allOf(await marks.find({ round: literal(round), freezing }).lean());
      return new Set(pieces.flatMap((one) => one.marks));
    },
  };
};

type Of = (name: string) => Piece;

export const partRecord = (of: Of, part: Part, cell: Parameters<typeof storedCell>[0]): PartRecord => ({
  ...of(`${part.kind}/${nameOf(part)}`),
  kind: part.kind,
  name: nameOf(part),
  ...storedCell(cell),
});

export const textsRecords = (of: Of, comments: readonly Comment[]): TextsRecord[] =>
  [...Map.groupBy(comments, ({ key }) => key)].flatMap(([key, same]) =>
    slices(same, textsInOne).map((some, at) => ({
      ...of(`texts/${key}/${at}`),
      key,
      at,
      texts: some.map(({ text }) => text),
    })),
  );

const nameOf = (part: Part): string => (part.kind === 'department' ? part.department : part.person);

const partOf = (kind: Part['kind'], name: string): Part =>
  kind === 'department' ? { kind, department: name } : { kind, person: name as PersonId };

const slices = <Value>(values: readonly Value[], size: number): Value[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );

const collectionOf = (model: { readonly collection: unknown }) => model.collection as mongo.Collection;

/** Past mongoose's casting: for some hundred cells that takes most of a second, and the bot waits meanwhile. */
const insertAll = async (
  model: { readonly collection: unknown },
  records: readonly Piece[],
): Promise<void> => {
  for (const some of slices(records, writtenAtOnce)) {
    await collectionOf(model).insertMany(some as unknown as mongo.Document[], { ordered: false });
  }
};

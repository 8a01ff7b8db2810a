import { type Connection, Schema } from 'mongoose';
import type {
  ImportTraceStore,
  PeopleTrace,
  TraceKey,
  TrainingTrace,
} from '../domain/imports/import-trace.ts';
import type { TrainingCode } from '../domain/kernel/ids.ts';
import { literal } from './literal.ts';
import { storedAs } from './schema-options.ts';
import { settled, upsert } from './upsert.ts';
import { allOf, readWhole } from './whole-records.ts';
import { writeMany } from './write-many.ts';

/** Of somebody's line some hundred bytes are kept: a piece stays far below what a document may hold (16 MB). */
const linesInPiece = 1000;

/** `_id` is `import#run#training#piece`, or `import#run#people#training`. */
interface TraceRecord {
  readonly _id: string;
  readonly import: string;
  readonly run: number;
  readonly training: TrainingCode;
  readonly piece: number;
  readonly people?: PeopleTrace;
  readonly trace?: Omit<TrainingTrace, 'training'>;
}

const schema = new Schema<TraceRecord>(
  {
    _id: String,
    import: String,
    run: Number,
    training: String,
    piece: Number,
    people: Schema.Types.Mixed,
    trace: Schema.Types.Mixed,
  },
  storedAs('import-traces'),
);
schema.index({ import: 1, run: 1 });
readWhole(schema, { needs: ['import', 'run', 'training', 'piece'] });

const inPieces = (trace: TrainingTrace): TrainingTrace[] => {
  const { added, changed } = trace;
  const pieces = Math.max(1, Math.ceil(Math.max(added.length, changed.length) / linesInPiece));
  return Array.from({ length: pieces }, (_, piece) => {
    const [from, to] = [piece * linesInPiece, (piece + 1) * linesInPiece];
    return { ...trace, added: added.slice(from, to), changed: changed.slice(from, to) };
  });
};

/** What imports changed, as it was before. */
export const importTraceStore = (connection: Connection): ImportTraceStore => {
  const traces = connection.model('ImportTrace', schema);

  const keep = async (
    { importId, run }: TraceKey,
    records: readonly Omit<TraceRecord, 'import' | 'run'>[],
  ) => {
    if (records.length === 0) return;
    const writes = records.map(({ _id, ...record }) => ({
      updateOne: {
        filter: { _id: `${literal(importId)}#${run}#${_id}` },
        update: { $setOnInsert: { import: literal(importId), run, ...record } },
        ...upsert,
      },
    }));
    await settled(() => writeMany<TraceRecord>(traces, writes));
  };

  return {
    keepPeople: (key, training, people) =>
      keep(key, [{ _id: `people#${literal(training)}`, training, piece: 0, people }]),
    keepTrainings: (key, some) =>
      keep(
        key,
        some.flatMap((trace) =>
          inPieces(trace).map(({ training, ...own }, piece) => ({
            ...{ _id: `${literal(training)}#${piece}`, training, piece, trace: own },
          })),
        ),
      ),
    since: async ({ importId, run }) => {
      const found = await traces
        .find({ import: literal(importId), run: { $gte: run } })
        .sort({ import: 1, run: 1 })
        .lean();
      const trainings = new Map<TrainingCode, TrainingTrace>();
      for (const { training, trace } of allOf(found)) {
        if (trace === undefined) continue;
        const first = trainings.get(training);
        trainings.set(training, {
          ...trace,
          ...first,
          training,
          added: [...new Set([...(first?.added ?? []), ...trace.added])],
          // Of a line that several runs changed the earliest counts.
          changed: [...trace.changed, ...(first?.changed ?? [])],
        });
      }
      return {
        people: found.flatMap(({ people }) => people ?? []),
        trainings: [...trainings.values()],
      };
    },
  };
};

import { Long } from 'bson';
import { type Doc, encode } from './bson-value.ts';

/** What a command answers: a document, and for some a batch, put under `cursor`, or results to be given out in batches. */
export type Reply = { body: Doc; batch?: Batch; results?: Results };
export type Results = { ns: string; docs: Buffer[]; batchSize?: number | undefined; single?: boolean };
export type Batch = { id: bigint; ns: string; field: 'firstBatch' | 'nextBatch'; docs: Buffer[] };

/** The reply as BSON. */
export function encodeReply({ body, batch }: Omit<Reply, 'results'>): Buffer {
  const plain = encode(body);
  if (!batch) return plain;
  const cursor = withElement(
    encode({ id: Long.fromBigInt(batch.id), ns: batch.ns }),
    0x04,
    batch.field,
    listOf(batch.docs),
  );
  return withElement(plain, 0x03, 'cursor', cursor);
}

function withElement(doc: Buffer, type: number, name: string, value: Buffer): Buffer {
  const header = Buffer.from(`\0${name}\0`);
  header[0] = type;
  const result = Buffer.concat([doc.subarray(0, -1), header, value, Buffer.alloc(1)]);
  result.writeInt32LE(result.length, 0);
  return result;
}

function listOf(docs: Buffer[]): Buffer {
  const pieces: Buffer[] = [Buffer.alloc(4)];
  docs.forEach((doc, i) => {
    const header = Buffer.from(`\0${i}\0`);
    header[0] = 0x03;
    pieces.push(header, doc);
  });
  pieces.push(Buffer.alloc(1));
  const list = Buffer.concat(pieces);
  list.writeInt32LE(list.length, 0);
  return list;
}

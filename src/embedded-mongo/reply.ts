import { Long } from 'bson';
import { type Doc, encode } from './bson-value.ts';

/** What a command answers: a document, and for some a batch, put under `cursor`. */
export type Reply = { body: Doc; batch?: Batch };
export type Batch = { id: bigint; ns: string; field: 'firstBatch' | 'nextBatch'; docs: Buffer[] };

/** The reply as BSON; the batch's documents go into it as they are. */
export function encodeReply({ body, batch }: Reply): Buffer {
  const plain = encode(body);
  if (!batch) return plain;
  const docs = batch.docs.flatMap((doc, place) => [header('\x03', String(place)), doc]);
  const list = withElements(encode({}), docs);
  const head = encode({ id: Long.fromBigInt(batch.id), ns: batch.ns });
  const cursor = withElements(head, [header('\x04', batch.field), list]);
  return withElements(plain, [header('\x03', 'cursor'), cursor]);
}

// What stands before an element's value: its type (3 a document, 4 an array) and its name.
const header = (type: string, name: string): Buffer => Buffer.from(`${type}${name}\0`, 'latin1');

function withElements(doc: Buffer, elements: Buffer[]): Buffer {
  const result = Buffer.concat([doc.subarray(0, -1), ...elements, Buffer.alloc(1)]);
  result.writeInt32LE(result.length, 0);
  return result;
}

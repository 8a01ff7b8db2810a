import { Long } from 'bson';
import { type Doc, encode } from './bson-value.ts';

/** What a command answers: a document, and for some a batch, put under `cursor`. */
export type Reply = { body: Doc; batch?: Batch };
export type Batch = { id: bigint; ns: string; field: 'firstBatch' | 'nextBatch'; docs: Buffer[] };

/** The reply as BSON. */
export function encodeReply({ body, batch }: Reply): Buffer {
  const plain = encode(body);
  if (!batch) return plain;
  const head = encode({ id: Long.fromBigInt(batch.id), ns: batch.ns });
  const cursor = withElement(head, 0x04, batch.field, listOf(batch.docs));
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
  const names = docs.map((_, place) => String(place));
  const size = docs.reduce((sum, doc, place) => sum + 2 + (names[place]?.length ?? 0) + doc.length, 5);
  const list = Buffer.allocUnsafe(size);
  let at = list.writeInt32LE(size, 0);
  docs.forEach((doc, place) => {
    list[at] = 0x03;
    at += 1 + list.write(names[place] ?? '', at + 1, 'latin1');
    list[at] = 0;
    at += 1 + doc.copy(list, at + 1);
  });
  list[at] = 0;
  return list;
}

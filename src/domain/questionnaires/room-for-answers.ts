import { notApplicable } from './answers.ts';
import type { AskedPage } from './asked-page.ts';
import type { Item } from './questionnaire.ts';

/** A sign written takes three bytes at most: one beyond U+FFFF counts as two signs, and a quote is escaped by one more. */
const bytesASign = 3;
/** What stands around a key and its answer: quotes, a colon, a comma. */
const around = 6;

const roomOf = (item: Item): number => {
  if (item.type === 'text') return item.maxLength * bytesASign;
  if (item.type === 'choice') return Math.max(...item.options.map(({ id }) => id.length));
  if (item.type === 'choices') return item.options.reduce((sum, { id }) => sum + id.length + around, 0);
  return notApplicable.length;
};

/** How many bytes the answers to this page take up at most, whatever they are: the same for everybody who is asked it. */
export const roomForAnswers = ({ items }: AskedPage): number =>
  items.reduce((sum, { key, item }) => sum + Buffer.byteLength(key) + roomOf(item) + around, around);

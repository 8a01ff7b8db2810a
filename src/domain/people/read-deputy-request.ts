import { datesIn } from '../kernel/written-dates.ts';

export type DeputyRequest =
  | { readonly ask: 'show' }
  | { readonly ask: 'end' }
  /** `from`: today unless given. Local dates of the organisation. */
  | { readonly ask: 'name'; readonly who: string; readonly from: string; readonly until: string }
  | { readonly ask: 'unclear'; readonly why: 'date' | 'words' };

const endWords = [
  ...['off', 'none', 'nobody', 'end', 'remove', 'stop', 'take back'],
  ...['取消', '撤销', '收回', '结束', '不用了'],
];
/** Words between a name and dates. */
const joints = /^(?:from|until|till|to|for|and|through|-|–|—|~|从|自|到|至|直到|为止|由|,|，)+$/iu;

/** Reads what follows `/deputy`: nothing, `NAME until 2026-12-10`, `李伟 从 12月1日 到 12月10日`, `off`. */
export const readDeputyRequest = (text: string, today: string): DeputyRequest => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (plain === '') return { ask: 'show' };
  if (endWords.includes(plain.toLowerCase())) return { ask: 'end' };
  const found = datesIn(plain, today);
  if (found === undefined) return { ask: 'unclear', why: 'date' };
  const [first, last = first, more] = found.dates;
  const who = found.rest
    .split(' ')
    .filter((word) => !joints.test(word))
    .join(' ');
  if (first === undefined || last === undefined || more !== undefined || who === '') {
    return { ask: 'unclear', why: 'words' };
  }
  const from = found.dates.length === 1 ? today : first;
  return from <= last || found.dates.length === 1
    ? { ask: 'name', who, from, until: last }
    : { ask: 'unclear', why: 'date' };
};

/** The two halves a name may have: what is written in Chinese characters, and the words of other scripts. */
interface Halves {
  readonly han: readonly string[];
  readonly words: readonly string[];
}

/** "赵磊 Zhao, Lei (Sales)": what stands in brackets is no name. */
const halvesOf = (name: string): Halves => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/gu, ' ');
  return {
    han: plain.match(/\p{Script=Han}+/gu) ?? [],
    words: plain.match(/[^\p{Script=Han}\s,、·/]+/gu) ?? [],
  };
};

/** What of a typed name can be looked for in names: each piece, lower-cased. */
export const piecesOf = (typed: string): string[] => {
  const { han, words } = halvesOf(typed);
  return [...han, ...words];
};

/** What somebody of this name can be called in a sentence: the whole of it, or either half as it is written. */
export const callsOf = (name: string): string[] => {
  const { han, words } = halvesOf(name);
  return [name.trim().toLowerCase(), han.join(''), words.join(' ')].filter((call) => call !== '');
};

/**
 * Whether somebody of this name is called so: by the whole of it, or by its half in either script; the words in any
 * order, for some write the family name first.
 */
export const isCalled = (name: string, typed: string): boolean => {
  const [own, asked] = [halvesOf(name), halvesOf(typed)];
  const byHan = asked.han.length === 0 || asked.han.join('') === own.han.join('');
  const byWords = asked.words.length === 0 || inOrder(asked.words) === inOrder(own.words);
  return byHan && byWords && piecesOf(typed).length > 0;
};

/** Whether it is a part of the name at least: enough to ask whether they are meant. */
export const mayBeCalled = (name: string, typed: string): boolean => {
  const [own, asked] = [halvesOf(name), halvesOf(typed)];
  const known = asked.words.every((word) => own.words.includes(word));
  return known && own.han.join('').includes(asked.han.join('')) && piecesOf(typed).length > 0;
};

const inOrder = (words: readonly string[]): string => words.toSorted().join(' ');

export interface Signature {
  readonly name: string;
  /** As written: `string`, `readonly Text[]`. */
  readonly parameters: readonly string[];
  readonly returns: string;
}

const opening = '([{<';
const closing = ')]}>';

/** The text up to the bracket that closes what is open at its beginning. */
const upToEnd = (text: string): string => {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const isArrow = character === '>' && text[at - 1] === '=';
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character) && !isArrow) depth -= 1;
    if (depth === 0) return text.slice(0, at);
  }
  throw new Error(`nothing closes: ${text.slice(0, 80)}`);
};

/** Parts at the commas that stand in no bracket of their own. */
const parted = (text: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (opening.includes(character)) depth += 1;
    if (closing.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** `count: number = 2` → `number`; `{ mean, n }: ItemFigures` → `ItemFigures`. */
const typeOf = (parameter: string): string => {
  const name = parameter.startsWith('{')
    ? `{${upToEnd(parameter.slice(1))}}`
    : (/^\w+\??/.exec(parameter)?.[0] ?? '');
  const rest = parameter.slice(name.length).replace(/^\s*:/, '');
  const written = (rest.split(/ = /)[0] ?? '').replaceAll(/\s+/g, ' ').trim();
  return name.endsWith('?') ? `${written} | undefined` : written;
};

/** Every function a file of ours exports (`export const name = (…): Type =>`), as it is written. */
export const signaturesIn = (source: string): Signature[] =>
  [...source.matchAll(/^export const (\w+) = \(/gm)].map((found) => {
    const inside = upToEnd(source.slice(found.index + found[0].length));
    const after = source.slice(found.index + found[0].length + inside.length + 1);
    return {
      name: found[1] ?? '',
      parameters: parted(inside).map(typeOf),
      returns: (/^: (.+?) =>/s.exec(after)?.[1] ?? '').trim(),
    };
  });

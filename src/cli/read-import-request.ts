import { columnNamed } from '../domain/rosters/heading-meaning.ts';
import type { SaidMeaning, SaidMeanings } from '../domain/rosters/heading-memory.ts';

export interface ImportRequest {
  readonly path: string;
  readonly skipBad: boolean;
  /** Says what would follow, and imports nothing. */
  readonly check: boolean;
  /** What the file is written in, said by whoever imports. */
  readonly encoding?: string;
  /** The sheet of a workbook that is meant. */
  readonly sheet?: string;
  /** Headings of the file, as they were typed, and the columns they mean. */
  readonly map: SaidMeanings;
}

/** Whether it is the last import that is to be taken back; nothing else may be asked for with it. */
export const asksToUndo = (argv: readonly string[]): boolean => argv.length === 1 && argv[0] === '--undo';

/** What is typed after `import`; or the part of `--map` that names no column; or undefined where it is called wrongly. */
export const readImportRequest = (
  argv: readonly string[],
): ImportRequest | { readonly unknownColumn: string } | { readonly saidTwice: string } | undefined => {
  const paths: string[] = [];
  const map = new Map<string, SaidMeaning>();
  let skipBad = false;
  let check = false;
  let encoding: string | undefined;
  let sheet: string | undefined;
  const words = argv.flatMap((word) => (/^--(?:encoding|map|sheet)=/.test(word) ? splitOnce(word) : [word]));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--skip-bad') skipBad = true;
    else if (word === '--check') check = true;
    else if (word === '--encoding' || word === '--map' || word === '--sheet') {
      at += 1;
      const value = words[at];
      if (value === undefined || value === '') return undefined;
      if (word === '--encoding') encoding = value;
      else if (word === '--sheet') sheet = value;
      else {
        // The heading may hold an equals sign; a column's name does not.
        const [, heading = '', name = ''] = /^(.+)=([^=]+)$/su.exec(value) ?? [];
        const column = nothing.has(name.trim().toLowerCase()) ? 'nothing' : columnNamed(name);
        if (column === undefined) return { unknownColumn: value };
        const isTwice = map.has(heading) || (column !== 'nothing' && [...map.values()].includes(column));
        if (isTwice) return { saidTwice: value };
        map.set(heading, column);
      }
    } else if (word.startsWith('--')) return undefined;
    else paths.push(word);
  }
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) return undefined;
  return {
    ...{ path, skipBad, check, map },
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  };
};

/** How a heading is said to mean none of the columns. */
const nothing: ReadonlySet<string> = new Set(['nothing', 'none', '-', '无']);

const splitOnce = (word: string): string[] => {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
};

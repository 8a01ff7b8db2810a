import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { YamlProblemCode } from '../../domain/questionnaires/questionnaire-problem.ts';

export interface ReadYaml {
  readonly value: unknown;
  /** The line, from 1, on which what this path leads to begins; of a part that is missing, that of the whole. */
  lineOf(path: readonly PropertyKey[]): number;
}

const troubles: Readonly<Record<string, YamlProblemCode>> = {
  TAB_AS_INDENT: 'yaml-tab',
  DUPLICATE_KEY: 'yaml-twice',
  MISSING_CHAR: 'yaml-quote',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTIPLE_DOCS: 'yaml-several',
};

/** YAML 1.2 without references and tags: a questionnaire needs neither, and nothing can swell up. */
export const readYaml = (
  text: string,
): ReadYaml | { readonly code: YamlProblemCode; readonly line: number } => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) return { code: troubles[error.code] ?? 'yaml-broken', line: lineAt(error.pos[0]) };
  const alias = firstAlias(document);
  if (alias !== undefined) return { code: 'yaml-alias', line: lineAt(alias) };
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
};

const firstAlias = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
};

const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const part = node.items[step];
      if (!isMap(part) && !isSeq(part) && !isScalar(part)) break;
      offset = part.range?.[0] ?? offset;
      node = part;
    } else break;
  }
  return offset;
};

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface ExampleVariable {
  readonly name: string;
  readonly value: string;
  /** Commented out: the value shown is the default. */
  readonly optional: boolean;
  /** The comment lines straight above. */
  readonly comments: readonly string[];
}

/** The variables of .env.example, in the file's order. */
export const envExample = (): readonly ExampleVariable[] => {
  const lines = readFileSync(resolve(import.meta.dirname, '../../.env.example'), 'utf8').split('\n');
  const found: ExampleVariable[] = [];
  let comments: string[] = [];
  for (const line of lines) {
    const variable = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line);
    if (variable) {
      const [, hash, name = '', value = ''] = variable;
      found.push({ name, value, optional: hash !== undefined, comments });
      comments = [];
    } else if (line.startsWith('#')) comments.push(line);
    else comments = [];
  }
  return found;
};

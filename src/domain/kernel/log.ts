type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the product says what happened: ids and counts, never answers, names or texts. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

const names: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  117: 'ConflictingOperationInProgress',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  263: 'OperationNotSupportedInTransaction',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
};

/** An error a client is told about, with the code a real MongoDB server uses for it. */
export type Refusal = Error & { code: number; codeName: string; details: Record<string, unknown> };

/** Makes a refusal. `details` are further fields of the reply, such as keyPattern and keyValue. */
export function refusal(code: number, message: string, details: Record<string, unknown> = {}): Refusal {
  return Object.assign(new Error(message), { code, codeName: names[code] ?? `Location${code}`, details });
}

/** Refuses something MongoDB has and this database has not, by name. */
export const unsupported = (code: number, what: string): Refusal =>
  refusal(code, `${what} is not supported by the embedded database`);

/** True for errors made by `refusal`. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'codeName' in error && 'details' in error;
}

/** Turns a failure of the storage (disk full, read-only, damaged file) into a refusal that says so. */
export function toRefusal(error: unknown): Refusal {
  if (isRefusal(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  const primary = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const [code, what] = failures[primary] ?? [1, undefined];
  return refusal(code, what ? `The embedded database's ${what}: ${text}` : text);
}

// By SQLite's primary result codes.
const failures: Record<number, [code: number, what: string]> = {
  8: [20, 'folder or file is read-only'],
  10: [1, 'file cannot be read or written'],
  11: [1, 'file is damaged'],
  13: [14031, 'disk is full'],
  26: [1, 'file is damaged'],
};

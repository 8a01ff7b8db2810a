const names: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  11: 'UserNotFound',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  115: 'CommandNotSupported',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  263: 'OperationNotSupportedInTransaction',
  303: 'APIStrictError',
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
  if (primary === 13) return refusal(14031, `The disk that holds the embedded database is full: ${text}`);
  if (primary === 8) return refusal(20, `The embedded database's folder or file is read-only: ${text}`);
  if (primary === 11 || primary === 26) return refusal(1, `The embedded database's file is damaged: ${text}`);
  if (primary === 10) return refusal(1, `The embedded database's file cannot be read or written: ${text}`);
  return refusal(1, text);
}

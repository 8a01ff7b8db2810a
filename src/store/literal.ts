/** A filter value that can only be text: an object smuggled in from outside becomes its text, never an operator. */
export const literal = <Value extends string>(value: Value): Value => String(value) as Value;

/** The same for a list. */
export const literals = <Value extends string>(values: readonly Value[]): Value[] => values.map(literal);

/** How text is compared where case does not matter. Stored beside the original, so that an index serves it. */
export const folded = (text: string): string => String(text).trim().toLowerCase();

/** A pattern that finds exactly this text. */
export const asWritten = (text: string): string => text.replace(/[\^$.*+?()[\]{}|/]/g, '\\$&');

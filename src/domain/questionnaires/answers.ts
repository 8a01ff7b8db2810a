/** A point of a scale or a number, `none`, one option, several options, or free text. */
export type Answer = number | string | readonly string[];

/** Answers by key (`item` or `item@person`); an item passed over is absent. */
export type Answers = Readonly<Record<string, Answer>>;

/** The answer to a scale that is no number: "not applicable", "nobody asked". */
export const notApplicable = 'none';

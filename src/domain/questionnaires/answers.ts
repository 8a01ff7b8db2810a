/** A rating or number, one option, several options, or free text. */
export type Answer = number | string | readonly string[];

/** Answers by key (`item` or `item@person`); an item passed over is absent. */
export type Answers = Readonly<Record<string, Answer>>;

import type { PersonId, RoundId, TrainingCode, VisitKind } from '../kernel/ids.ts';
import type { Roll } from './roll.ts';
import type { Disclosed, Told } from './told.ts';

/** People of a round, counted by what became of their visit (S3). `due` includes everybody not withdrawn. */
export interface Completion {
  readonly due: number;
  readonly answered: number;
  readonly started: number;
  readonly declined: number;
  readonly excused: number;
}

/** What may be told of everybody, a department or a manager's people. */
export interface ResultCell {
  readonly completion: Disclosed<Completion>;
  /** By answer key; what nobody answered is absent. */
  readonly items: Readonly<Record<string, Disclosed<Told>>>;
  /** Of those who took part; none where nothing of them is shown, nor of what the version before froze. */
  readonly roll?: Roll;
}

/** Part of a round's people. */
export type Part =
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'manager'; readonly person: PersonId };

/** A comment without its author; lists of them are in no order that tells anything. */
export interface Comment {
  readonly key: string;
  readonly text: string;
}

/**
 * The frozen result of a closed round: as much as may be shown, and nothing else of what was said. Everything shown later
 * is added up from these, never from answers.
 */
export interface Result {
  readonly round: RoundId;
  readonly training: TrainingCode;
  readonly kind: VisitKind;
  readonly questionnaire: string;
  readonly dueDate: string;
  /** 1 for the first freezing; late answers of enough people make the next. */
  readonly revision: number;
  readonly frozenAt: Date;
  readonly whole: ResultCell;
  /** How many comments there are by key; hidden where too few people came to the question. */
  readonly comments: Readonly<Record<string, Disclosed<number>>>;
}

/** A result with what is kept beside it. */
export interface FrozenResult extends Result {
  readonly parts: readonly { readonly part: Part; readonly cell: ResultCell }[];
  readonly texts: readonly Comment[];
}

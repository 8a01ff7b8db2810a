/** How far many deliveries are; each of them counts in one of the five. */
export interface SendingProgress {
  readonly sent: number;
  /** Not tried yet, or on its way. */
  readonly waiting: number;
  /** Did not go through and is tried again by itself. */
  readonly retrying: number;
  readonly unreachable: number;
  /** There was nothing left to say. */
  readonly obsolete: number;
  /** By the product's clock: nothing that is still to be sent has to wait longer than until then. */
  readonly lastDue?: Date;
}

/** Whether nothing is left that will be sent by itself. */
export const isOver = ({ waiting, retrying }: SendingProgress): boolean => waiting + retrying === 0;

export const totalOf = ({ sent, waiting, retrying, unreachable, obsolete }: SendingProgress): number =>
  sent + waiting + retrying + unreachable + obsolete;

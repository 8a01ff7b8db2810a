/** The product cannot start as it is configured; `variable` is the one to look at. */
export class WrongConfiguration extends Error {
  readonly variable: string;

  constructor(variable: string, reason: string) {
    super(reason);
    this.name = 'WrongConfiguration';
    this.variable = variable;
  }
}

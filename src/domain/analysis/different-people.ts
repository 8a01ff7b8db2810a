import { type Attendance, attendanceOf, type Roll } from './roll.ts';

/** So many answers to a question, each by another person: of one round, about one instructor. */
export interface AnswersOfRound {
  readonly n: number;
  /** Everybody who took part in that round; not known of what the version before froze. */
  readonly roll?: Roll;
}

/** Whose answers they are together: never more than it may be. */
export interface People {
  readonly people: number;
  /**
   * So many people who answer equally often tell as much: (Σm)² ÷ Σm², where one person's m answers are taken to be all alike
   * (L. Kish, Journal of Official Statistics 8 (1992) 183–200).
   */
  readonly weight: number;
}

/**
 * How many people stand behind answers of several rounds. Who took part is known, not who answered this question: so that it
 * is never too many, those who took part most often are taken to have answered it each time, the others not.
 */
export const differentPeople = (
  rounds: readonly AnswersOfRound[],
  attendance: (rolls: readonly Roll[]) => Attendance = attendanceOf,
): People => {
  const [only, ...others] = rounds;
  // Whoever answered one question in one round did so once.
  const atLeast = Math.max(0, ...rounds.map(({ n }) => n));
  if (only === undefined || others.length === 0) return { people: atLeast, weight: atLeast };
  const known = rounds.flatMap(({ n, roll }) => (roll === undefined ? [] : [{ n, roll }]));
  if (known.length === 0) return { people: atLeast, weight: atLeast };
  const { times, sure } = attendance(known.map(({ roll }) => roll));
  const answers = known.reduce((sum, { n }) => sum + n, 0);
  let [left, people, squares] = [answers, 0, 0];
  for (const [often, some] of times) {
    const those = Math.min(some, left / often);
    people += those;
    squares += those * often ** 2;
    left -= those * often;
  }
  return {
    people: Math.max(atLeast, wholeDown(people * sure)),
    weight: squares === 0 ? atLeast : wholeDown((answers ** 2 / squares) * sure),
  };
};

/** Whole people, rather too few; sums of thirds and sixths fall short of a whole number by less than a millionth. */
const wholeDown = (people: number): number => Math.floor(people + 1e-6);

/** Remembers attendances: a period's questions were mostly asked in the same rounds. */
export const rememberAttendance = (): ((rolls: readonly Roll[]) => Attendance) => {
  const numbers = new Map<Roll, number>();
  const known = new Map<string, Attendance>();
  return (rolls) => {
    for (const roll of rolls) if (!numbers.has(roll)) numbers.set(roll, numbers.size);
    const key = rolls.map((roll) => numbers.get(roll)).join();
    const attendance = known.get(key) ?? attendanceOf(rolls);
    known.set(key, attendance);
    return attendance;
  };
};

import { type RosterColumn, rosterColumns } from './roster-columns.ts';
import synonyms from './roster-headings.json' with { type: 'json' };

/** How surely a heading means its column: one that says whose or which goes before a plain one, that before a vague one. */
const ranks = ['specific', 'plain', 'vague'] as const;

/** What a column of some file may hold: one of ours, a part of a name, or a training's first and last day together. */
export type HeadingMeaning = keyof typeof synonyms;

export interface UnderstoodHeading {
  readonly meaning: HeadingMeaning;
  readonly rank: (typeof ranks)[number];
}

/** A heading as it is compared: without spaces, signs, case and anything in brackets. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, '')
    .replace(/[\s_\-–:*.'’"#?!/&\p{Cf}]/gu, '');

const meanings = Object.keys(synonyms) as HeadingMeaning[];

const understood: ReadonlyMap<string, UnderstoodHeading> = new Map(
  ranks.flatMap((rank) =>
    meanings.flatMap((meaning) =>
      synonyms[meaning][rank].map((heading): [string, UnderstoodHeading] => [
        plainHeading(heading),
        { meaning, rank },
      ]),
    ),
  ),
);

/** Where one language ends and another begins: `姓名 Name`, `邮箱/Email`, a line break. */
const betweenLanguages =
  /[/|\n\r()（）]|(?<=\p{Script=Han})[\s_-]*(?=[a-z])|(?<=[a-z])[\s_-]*(?=\p{Script=Han})/iu;

/** Whose it is, before what it is: `Participant Manager Email`. A `User Name` is what somebody signs in with. */
const ofParticipant =
  /^(?:(?:user|participant|employee|learner|student|attendee|worker|trainee)s?|学员|学生|员工|参训人员|参训人|人员)(?=.)(?!name$)/u;
const own: readonly HeadingMeaning[] = [
  'name',
  'given_name',
  'family_name',
  'email',
  'department',
  'manager_email',
];

/** In brackets somebody else, a job or a form may be meant: `Email (Manager)`, `Title (Mr/Ms)`, `开始时间（报名）`. */
const ofAnother =
  /[(（[【][^)）\]】]*(?:manager|supervisor|instructor|trainer|teacher|contact|job|mr\b|ms\b|regist|deadline|personal|private|上级|主管|经理|领导|讲师|老师|联系人|报名|截止|职|个人|私人)[^)）\]】]*[)）\]】]/iu;

const meaningOf = (heading: string): UnderstoodHeading | undefined => {
  if (ofAnother.test(heading)) return undefined;
  const plain = plainHeading(heading);
  const rest = plain.replace(ofParticipant, '');
  const its = rest === plain ? undefined : understood.get(rest);
  const ofTheirs = its !== undefined && own.includes(its.meaning) ? { ...its, rank: ranks[0] } : undefined;
  return understood.get(plain) ?? ofTheirs;
};

/** What a heading means; in two languages at once what both mean. */
export const meaningOfHeading = (heading: string): UnderstoodHeading | undefined => {
  const whole = meaningOf(heading);
  if (whole !== undefined) return whole;
  if (ofAnother.test(heading)) return undefined;
  const parts = heading
    .split(betweenLanguages)
    .filter((part) => plainHeading(part) !== '')
    .map(meaningOf);
  const [first] = parts;
  return parts.every((part) => part?.meaning === first?.meaning) ? first : undefined;
};

/** The column a heading means, or undefined: other columns of a file are left alone. */
export const columnOfHeading = (heading: string): RosterColumn | undefined => {
  const meaning = meaningOfHeading(heading)?.meaning;
  return rosterColumns.find((column) => column === meaning);
};

/** The column of this very name, or of a heading that means it: as somebody types it who says what a heading means. */
export const columnNamed = (name: string): RosterColumn | undefined =>
  rosterColumns.find((column) => column === name.trim().toLowerCase()) ?? columnOfHeading(name);

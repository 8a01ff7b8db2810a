import type { RefusalDetails } from '../domain/kernel/refusal.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { RosterColumn } from '../domain/rosters/roster-columns.ts';
import type { RosterProblem, RosterProblemCode } from '../domain/rosters/roster-problem.ts';
import { dateText } from './dates.ts';
import { asExample, type ProblemWording, plain } from './problem-wording.ts';
import { type FileProblemCode, fileProblemWording } from './roster-file-problem-words.ts';
import { rosterColumnExamples, rosterColumnNames } from './roster-words.ts';

const unlikeMost = ({ other, otherLine, most }: RefusalDetails): Text => {
  const said = other === '' ? { zh: '空', en: 'empty' } : { zh: `“${other}”`, en: `“${other}”` };
  return Number(most) > 0
    ? { zh: `与其余 ${most} 行一致：${said.zh}`, en: `as on the other ${most} lines: ${said.en}` }
    : {
        zh: `与第 ${otherLine} 行（${said.zh}）一致，请确认哪一行正确`,
        en: `the same as on line ${otherLine} (${said.en}): see which is true`,
      };
};

/** What is written in a column that other systems do not have. */
const values = (column: RosterColumn): Text => {
  if (column !== 'mode' && column !== 'source' && column !== 'length') return { zh: '', en: '' };
  const { zh, en } = rosterColumnExamples[column];
  return { zh: `（内容写 ${zh}）`, en: ` (in it: ${en})` };
};

const wordings: Readonly<
  Record<Exclude<RosterProblemCode, FileProblemCode>, (problem: RosterProblem) => ProblemWording>
> = {
  'column-missing': ({ column = 'name' }) => ({
    wrong: { zh: '缺少这一列', en: 'this column is missing' },
    right: {
      zh: `用 --map 说明是哪一列，或加上列名${values(column).zh}“${rosterColumnNames[column].zh}”或 ${rosterColumnNames[column].en}`,
      en: `a column headed ${rosterColumnNames[column].en}, or say which it is with --map${values(column).en}`,
    },
  }),
  'column-twice': plain(
    { zh: '有两列是同一个意思', en: 'two columns mean the same' },
    {
      zh: '只保留一列，或者用 --map "列名=-" 说明不用哪一列',
      en: 'only one of them, or say which is not used: --map "HEADING=-"',
    },
  ),
  'heading-empty': plain(
    { zh: '这一列有内容，却没有列名', en: 'a column with something in it has no heading' },
    { zh: '加上列名；不需要的列请清空', en: 'a heading for it; clear it where it is not needed' },
  ),
  'column-unclear': ({ heading = '', details }) => ({
    wrong: {
      zh: `看不出这是学员的邮箱，还是“${details?.before}”的邮箱`,
      en: `it is not clear whether this is the participant’s address or that of “${details?.before}”`,
    },
    right: {
      zh: `用 --map 说明，例如 --map "${heading}=email"`,
      en: `say so with --map, for example --map "${heading}=email"`,
    },
  }),
  'status-unclear': ({ heading = '' }) => ({
    wrong: {
      zh: '这一列写着有人取消或退出，却看不出是不是学员的状态',
      en: 'some lines say cancelled or withdrawn here, and it is not clear of whom',
    },
    right: {
      zh: `--map "${heading}=withdrawn" 表示这些学员已退出；--map "${heading}=-" 表示不用这一列`,
      en: `--map "${heading}=withdrawn" where these participants have withdrawn; --map "${heading}=-" where it means nothing`,
    },
  }),
  'too-many-cells': plain(
    { zh: '这一行比列名多出内容', en: 'more cells than headings' },
    { zh: '带逗号的内容放在引号里', en: 'quotes around a cell that contains a comma' },
  ),
  'cell-empty': plain({ zh: '没有填写', en: 'nothing is filled in' }),
  'text-too-long': ({ details }) => ({
    wrong: { zh: '太长', en: 'too long' },
    right: { zh: `最多 ${details?.limit} 个字`, en: `at most ${details?.limit} characters` },
  }),
  'text-like-formula': plain({
    zh: '像公式或表格错误（以 = + - @ # 开头）',
    en: 'looks like a formula or a spreadsheet error (begins with = + - @ #)',
  }),
  'code-not-usable': plain(
    { zh: '含有编号里不能用的字符', en: 'has characters a code cannot have' },
    {
      zh: '文字、数字、- _ .，不含空格，例如 SALES-2026-02',
      en: 'letters, digits, - _ . and no spaces, for example SALES-2026-02',
    },
  ),
  'mode-unknown': plain({ zh: '没有这种形式', en: 'not a form of training' }),
  'source-unknown': plain({ zh: '没有这种来源', en: 'neither internal nor external' }),
  'length-unknown': plain({ zh: '没有这种期限', en: 'neither short nor long' }),
  'withdrawn-unknown': plain({ zh: '看不出是否退出', en: 'neither yes nor no' }),
  'enrolment-unknown': plain(
    { zh: '看不出这个人是否参加', en: 'it is not clear whether this person takes part' },
    { zh: '例如 已报名、已取消、候补', en: 'for example registered, cancelled or waitlisted' },
  ),
  'status-unknown': plain({
    zh: '看不出培训是否取消',
    en: 'it is not clear whether the training takes place',
  }),
  'dates-not-understood': plain(
    { zh: '看不出第一天和最后一天', en: 'the first and the last day cannot be told' },
    { zh: '例如 2026-11-20 ~ 2026-11-22', en: 'for example 2026-11-20 ~ 2026-11-22' },
  ),
  'date-not-understood': plain({ zh: '不是日期', en: 'not a date' }),
  'date-not-shown': plain(
    {
      zh: '列太窄，Excel 保存下来的只有 #',
      en: 'the column was too narrow, so Excel saved # in place of the date',
    },
    { zh: '把这一列拉宽，再保存一次', en: 'widen the column and save the file again' },
  ),
  'date-incomplete': plain({
    zh: '不是完整的日期，缺少年、月或日',
    en: 'not a whole date: its year, month or day is missing',
  }),
  'date-several': ({ column }) => ({
    wrong: { zh: '一格里有几个日期', en: 'several days in one cell' },
    right:
      column === 'end'
        ? { zh: '这里只写最后一天，例如 2026-11-20', en: 'only the last day here, for example 2026-11-20' }
        : { zh: '这里只写第一天，例如 2026-11-20', en: 'only the first day here, for example 2026-11-20' },
  }),
  'date-ambiguous': ({ details: { one, other } = {} }) => {
    const [first, second] = [dateText(`${one}`), dateText(`${other}`)];
    return {
      wrong: {
        zh: `可能是 ${first.zh}，也可能是 ${second.zh}`,
        en: `may be ${first.en} or ${second.en}`,
      },
      right: { zh: `写成 ${one} 或 ${other}`, en: `write ${one} or ${other}` },
    };
  },
  'weekday-differs': plain({ zh: '星期与日期不符', en: 'that day is another day of the week' }),
  'end-before-start': ({ details }) => ({
    wrong: { zh: '结束早于开始', en: 'ends before it starts' },
    right: { zh: `${details?.start} 或更晚`, en: `${details?.start} or later` },
  }),
  'time-zone-unknown': ({ details, ...problem }) => ({
    wrong: { zh: '没有这个时区', en: 'not a time zone' },
    right:
      details?.suggestion === undefined
        ? asExample(problem)
        : { zh: `是指 ${details.suggestion} 吗？`, en: `${details.suggestion}, perhaps?` },
  }),
  'email-not-valid': ({ details, ...problem }) => ({
    wrong:
      details?.part === undefined
        ? { zh: '不是邮箱地址', en: 'not an e-mail address' }
        : { zh: `“${details.part}”不是邮箱地址`, en: `“${details.part}” is not an e-mail address` },
    right: asExample(problem),
  }),
  'several-people': plain(
    { zh: '一格里写了几个人', en: 'several people in one cell' },
    { zh: '每人一行', en: 'one line for each participant' },
  ),
  'email-two-scripts': plain({
    zh: '邮箱里混有形似拉丁字母的其他字母',
    en: 'letters of two scripts that look alike in one address',
  }),
  'name-not-usable': plain({ zh: '不是姓名', en: 'not a name' }),
  'manager-is-self': plain(
    { zh: '上级是本人', en: 'is their own manager' },
    { zh: '上级的邮箱，或留空', en: 'the manager’s address, or empty' },
  ),
  'training-differs': ({ details = {} }) => ({
    wrong: { zh: '同一个培训，各行写得不一样', en: 'the same training is described differently' },
    right: unlikeMost(details),
  }),
  'person-twice': ({ details = {} }) => ({
    wrong: {
      zh: '同一个人在同一个培训里，写法不一样',
      en: 'the same person twice in a training, differently',
    },
    right: unlikeMost(details),
  }),
  'name-differs': ({ details = {} }) => ({
    wrong: { zh: '同一个邮箱，姓名不一样', en: 'one e-mail address, two names' },
    right: unlikeMost(details),
  }),
};

const byCode: Partial<Record<RosterProblemCode, (problem: RosterProblem) => ProblemWording>> = wordings;

/** What is wrong in a roster file and what would be right. */
export const rosterProblemWording = (problem: RosterProblem): ProblemWording => {
  const wording = fileProblemWording(problem) ?? byCode[problem.code]?.(problem);
  if (wording === undefined) throw new Error(`There are no words for ${problem.code}`);
  return wording;
};

import type { RefusalDetails } from '../domain/kernel/refusal.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { RosterProblem, RosterProblemCode } from '../domain/rosters/roster-problem.ts';
import { dateText } from './dates.ts';
import { rosterColumnExamples, rosterColumnNames } from './roster-words.ts';

interface ProblemWording {
  readonly wrong: Text;
  readonly right: Text;
}

const asExample = ({ column }: RosterProblem): Text =>
  column === undefined ? { zh: '', en: '' } : rosterColumnExamples[column];

const saveAgain: Text = {
  zh: '在 Excel 中另存为“CSV UTF-8（逗号分隔）”',
  en: 'in Excel, save it as “CSV UTF-8 (comma delimited)”',
};
const saveAsWorkbook: Text = {
  zh: '用 Excel 打开，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”',
  en: 'open it in Excel and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8 (comma delimited)”',
};
const askForTable: Text = {
  zh: '请用原来的表格（.xlsx 或 CSV）',
  en: 'use the spreadsheet it was made from (.xlsx or CSV)',
};
const splitFile: Text = {
  zh: '按培训拆成几个文件，分别导入',
  en: 'split it by training and import the parts one by one',
};
const closeQuotes: Text = {
  zh: '引号成对出现；内容里的引号写两遍',
  en: 'quotes in pairs; a quote inside a cell is written twice',
};

const unlikeMost = ({ other, otherLine, most }: RefusalDetails): Text => {
  const said = other === '' ? { zh: '空', en: 'empty' } : { zh: `“${other}”`, en: `“${other}”` };
  return Number(most) > 0
    ? { zh: `与其余 ${most} 行一致：${said.zh}`, en: `as on the other ${most} lines: ${said.en}` }
    : {
        zh: `与第 ${otherLine} 行（${said.zh}）一致，请确认哪一行正确`,
        en: `the same as on line ${otherLine} (${said.en}): see which is true`,
      };
};

const plain =
  (wrong: Text, right: Text | ((problem: RosterProblem) => Text) = asExample) =>
  (problem: RosterProblem): ProblemWording => ({
    wrong,
    right: typeof right === 'function' ? right(problem) : right,
  });

const wordings: Readonly<Record<RosterProblemCode, (problem: RosterProblem) => ProblemWording>> = {
  'file-empty': plain(
    { zh: '文件是空的', en: 'the file is empty' },
    {
      zh: '第一行是列名，之后每人一行',
      en: 'headings on the first line, then one line for each participant',
    },
  ),
  'file-is-workbook': plain(
    {
      zh: '这是旧版 Excel 工作簿（.xls），或者加了密码',
      en: 'this is an old workbook (.xls), or one with a password',
    },
    saveAsWorkbook,
  ),
  'file-is-pdf': plain(
    { zh: '这是 PDF，不是学员名单表格', en: 'this is a PDF, not a table of participants' },
    askForTable,
  ),
  'file-is-picture': plain(
    { zh: '这是图片，不是学员名单表格', en: 'this is a picture, not a table of participants' },
    askForTable,
  ),
  'file-is-web-page': plain(
    {
      zh: '这其实是网页，即使文件名以 .xls 结尾',
      en: 'this is really a web page, even where its name ends in .xls',
    },
    saveAsWorkbook,
  ),
  'file-is-data': plain(
    {
      zh: '这是程序的数据（JSON），不是学员名单表格',
      en: 'this is data of a program (JSON), not a table of participants',
    },
    askForTable,
  ),
  'workbook-not-readable': plain(
    { zh: '这不是完好的 Excel 工作簿（.xlsx）', en: 'this is no sound workbook (.xlsx)' },
    saveAsWorkbook,
  ),
  'workbook-too-large': plain(
    { zh: '工作簿展开后太大', en: 'the workbook is too large once unpacked' },
    {
      zh: '只把名单复制到新的工作簿，或者按培训拆开',
      en: 'copy only the roster into a new workbook, or split it by training',
    },
  ),
  'file-not-text': plain(
    { zh: '文件不是文本，或者已经损坏', en: 'the file is not text, or is damaged' },
    saveAgain,
  ),
  'encoding-unknown': plain(
    { zh: '--encoding 写的编码不认识', en: 'what --encoding says is not known' },
    { zh: '例如 utf-8、gb18030、big5、windows-1252', en: 'for example utf-8, gb18030, big5, windows-1252' },
  ),
  'encoding-unclear': ({ details }) => ({
    wrong: {
      zh: `看不出文件是什么编码，这里可能是：${details?.readings}`,
      en: `it cannot be told what the file is written in; this may say: ${details?.readings}`,
    },
    right: {
      zh: `另存为“CSV UTF-8”，或者加上 --encoding，例如 --encoding ${details?.encoding}`,
      en: `save it as “CSV UTF-8”, or say which it is, for example --encoding ${details?.encoding}`,
    },
  }),
  'file-too-large': plain({ zh: '文件超过 6 MB', en: 'the file is larger than 6 MB' }, splitFile),
  'too-many-columns': plain(
    { zh: '列太多', en: 'too many columns' },
    { zh: '最多 100 列', en: 'at most 100 columns' },
  ),
  'too-many-rows': plain({ zh: '超过 20000 行', en: 'more than 20,000 lines' }, splitFile),
  'quote-not-closed': plain(
    { zh: '从这一行开始的引号没有结束', en: 'a quote that begins here never ends' },
    closeQuotes,
  ),
  'quote-misplaced': plain({ zh: '引号的位置不对', en: 'a quote stands where none may be' }, closeQuotes),
  'no-participants': plain(
    { zh: '只有列名，没有学员', en: 'headings, but no participants' },
    { zh: '每人一行', en: 'one line for each participant' },
  ),
  'heading-not-there': ({ details }) => ({
    wrong: { zh: '--map 写的列名文件里没有', en: '--map names a heading that is not in the file' },
    right: { zh: `文件里的列名：${details?.headings}`, en: `one of: ${details?.headings}` },
  }),
  'column-missing': ({ column = 'name' }) => ({
    wrong: { zh: '缺少这一列', en: 'this column is missing' },
    right: {
      zh: `列名“${rosterColumnNames[column].zh}”或 ${rosterColumnNames[column].en}`,
      en: `a column headed ${rosterColumnNames[column].en}`,
    },
  }),
  'column-twice': plain(
    { zh: '有两列是同一个意思', en: 'two columns mean the same' },
    { zh: '只保留一列', en: 'only one of them' },
  ),
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
  'status-unknown': plain({
    zh: '看不出培训是否取消',
    en: 'it is not clear whether the training takes place',
  }),
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

/** What is wrong in a roster file and what would be right. */
export const rosterProblemWording = (problem: RosterProblem): ProblemWording =>
  wordings[problem.code](problem);

import type { Text } from '../domain/kernel/text.ts';
import type { RosterProblem, RosterProblemCode } from '../domain/rosters/roster-problem.ts';
import { type ProblemWording, plain } from './problem-wording.ts';

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

const wordings = {
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
  'file-is-document': plain(
    {
      zh: '这是其他软件的文档，不是 Excel 工作簿',
      en: 'this is a document of another program, no Excel workbook',
    },
    {
      zh: '把其中的表格复制到 Excel，另存为“Excel 工作簿（.xlsx）”',
      en: 'copy its table into Excel and save that as “Excel Workbook (.xlsx)”',
    },
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
  'several-rosters': ({ details }) => ({
    wrong: {
      zh: `工作簿里有几张名单：${details?.sheets}`,
      en: `several sheets hold rosters: ${details?.sheets}`,
    },
    right: {
      zh: '说明是哪一张，例如 --sheet "名单一"，逐张导入；或者合并成一张',
      en: 'say which, for example --sheet "Sheet1", and import one after the other; or put them into one',
    },
  }),
  'sheet-not-there': ({ details }) => ({
    wrong: { zh: '--sheet 写的表工作簿里没有', en: '--sheet names a sheet that is not in the workbook' },
    right: { zh: `工作簿里的表：${details?.sheets}`, en: `one of: ${details?.sheets}` },
  }),
  'headings-moved': plain(
    {
      zh: '列名在这里又出现一次，顺序却和上面不同',
      en: 'the headings are repeated here in another order',
    },
    {
      zh: '与上面的顺序一致，或者另存为一个文件',
      en: 'the same order as above, or a file of its own',
    },
  ),
  'section-unclear': plain(
    {
      zh: '看不出这一行下面的人是否在名单上',
      en: 'it is not clear whether the people below this line are on the list',
    },
    {
      zh: '不在名单上的删去，或者在“是否退出”列写“是”',
      en: 'leave out those who are not, or write yes for them in a column headed withdrawn',
    },
  ),
} satisfies Partial<Record<RosterProblemCode, (problem: RosterProblem) => ProblemWording>>;

export type FileProblemCode = keyof typeof wordings;
const byCode: Partial<Record<RosterProblemCode, (problem: RosterProblem) => ProblemWording>> = wordings;

/** What is wrong with a file as a whole, or with what stands around its list; undefined for what is wrong in a cell. */
export const fileProblemWording = (problem: RosterProblem): ProblemWording | undefined =>
  byCode[problem.code]?.(problem);

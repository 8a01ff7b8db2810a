import type { Language, Text } from '../domain/kernel/text.ts';
import type { SaidMeanings } from '../domain/rosters/heading-memory.ts';
import type { RosterColumn } from '../domain/rosters/roster-columns.ts';

/** The columns by the headings recommended in each language. */
export const rosterColumnNames: Readonly<Record<RosterColumn, Text>> = {
  training_code: { zh: '培训编号', en: 'training_code' },
  course: { zh: '课程', en: 'course' },
  title: { zh: '培训名称', en: 'title' },
  mode: { zh: '形式', en: 'mode' },
  source: { zh: '来源', en: 'source' },
  length: { zh: '期限', en: 'length' },
  start: { zh: '开始日期', en: 'start' },
  end: { zh: '结束日期', en: 'end' },
  time_zone: { zh: '时区', en: 'time_zone' },
  instructor_emails: { zh: '讲师邮箱', en: 'instructor_emails' },
  name: { zh: '姓名', en: 'name' },
  email: { zh: '邮箱', en: 'email' },
  department: { zh: '部门', en: 'department' },
  manager_email: { zh: '上级邮箱', en: 'manager_email' },
  withdrawn: { zh: '是否退出', en: 'withdrawn' },
  training_status: { zh: '培训状态', en: 'training_status' },
};

/** What a good cell of each column looks like. */
export const rosterColumnExamples: Readonly<Record<RosterColumn, Text>> = {
  training_code: { zh: '例如 SALES-2026-02', en: 'for example SALES-2026-02' },
  course: { zh: '例如 销售技巧', en: 'for example Selling well' },
  title: { zh: '例如 销售技巧（秋季班）', en: 'for example Selling well, autumn run' },
  mode: { zh: '课堂、线上 或 混合', en: 'classroom, online or mixed' },
  source: { zh: '内部 或 外部', en: 'internal or external' },
  length: { zh: '短期 或 长期', en: 'short or long' },
  start: { zh: '例如 2026-11-20', en: 'for example 2026-11-20' },
  end: { zh: '例如 2026-11-20', en: 'for example 2026-11-20' },
  time_zone: { zh: '例如 Asia/Shanghai', en: 'for example Asia/Shanghai' },
  instructor_emails: {
    zh: '邮箱，多位讲师用分号隔开',
    en: 'e-mail addresses, several separated by semicolons',
  },
  name: { zh: '例如 李伟', en: 'for example Li Wei' },
  email: { zh: '例如 li.wei@example.com', en: 'for example li.wei@example.com' },
  department: { zh: '例如 销售部', en: 'for example Sales' },
  manager_email: { zh: '例如 mei@example.com，可留空', en: 'for example mei@example.com, or empty' },
  withdrawn: { zh: '是、否，或留空', en: 'yes, no or empty' },
  training_status: { zh: '“取消”“合并”，或留空', en: 'cancelled, merged or empty' },
};

export const rosterTableHeads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['行', '列', '内容', '哪里不对', '应该怎样'],
  en: ['Line', 'Column', 'Content', 'What is wrong', 'What would be right'],
};

export const wholeFile: Text = { zh: '文件', en: 'file' };

export const howToImport: Text = {
  zh: `用法：npm run import -- 花名册.csv [--check] [--skip-bad] [--encoding 编码] [--sheet 表名] [--map "列名=column"]
  --check     只检查文件，并说明导入后会怎样；不需要任何设置，也不导入
  --skip-bad  跳过有问题的行，导入其余各行
  --encoding  文件的编码，看不出来时需要说明，例如 --encoding gb18030
  --sheet     读取工作簿里的哪一张表，有几张名单时需要说明
  --map       文件里的列名对应哪一列，可以写多次，例如 --map "Work Email=email"；
              不需要的列写 --map "列名=-"。导入后会记住，下次列名相同的文件不用再写
      npm run import -- --undo
  --undo      撤销最近一次导入，只要还没有因它发出任何消息`,
  en: `Usage: npm run import -- roster.csv [--check] [--skip-bad] [--encoding NAME] [--sheet NAME] [--map "HEADING=COLUMN"]
  --check     checks the file and says what would follow; needs no settings and imports nothing
  --skip-bad  leaves lines with a problem out and imports the others
  --encoding  what the file is written in, where it cannot be told, for example --encoding windows-1252
  --sheet     which sheet of a workbook is meant, where several hold rosters
  --map       which column a heading of the file means, as often as needed, for example --map "Work Email=email";
              --map "HEADING=-" for one that is not to be used. Kept for the next file with the same headings
       npm run import -- --undo
  --undo      takes the last import back, as long as nothing was sent because of it`,
};

export const mapNotUnderstood = (said: string): Text => ({
  zh: `没有看懂 --map “${said}”。写法：--map "文件里的列名=列"，列是以下之一：${columnList('zh')}`,
  en: `--map “${said}” is not understood. Write --map "heading in the file=column"; a column is one of: ${columnList('en')}`,
});

export const mapSaidTwice = (said: string): Text => ({
  zh: `--map “${said}”：这个列名或这一列已经说明过了。每个只说明一次。`,
  en: `--map “${said}”: this heading, or this column, has been said already. Say each only once.`,
});

const columnList = (language: Language): string =>
  Object.values(rosterColumnNames)
    .map((name) => name[language])
    .join(language === 'zh' ? '、' : ', ');

export const fileNotFound = (path: string): Text => ({
  zh: `没有找到或无法读取文件：${path}`,
  en: `This file is not there or cannot be read: ${path}`,
});

export const ignoredColumns = (headings: readonly string[]): Text => ({
  zh: `以下各列没有用到：${headings.join('、')}。如果其中有写错的列名，请改正后再导入一次。`,
  en: `These columns are not used: ${headings.join(', ')}. If one of them is misspelt, correct it and import again.`,
});

export const namesWithoutAddresses = (headings: readonly string[]): Text => ({
  zh: `以下各列只有姓名，没有邮箱，没有用到：${headings.join('、')}。要让讲师和上级收到结果，请换成邮箱。`,
  en: `These columns hold names and no addresses, and are not used: ${headings.join(', ')}. For instructors and managers to hear of results, put their e-mail addresses there.`,
});

export const moreProblems = (count: number): Text => ({
  zh: `……另有 ${count} 处问题`,
  en: `… and ${count} more`,
});

export const nothingImported = (problems: number, badLines: number): Text => ({
  zh: `共 ${problems} 处问题，涉及 ${badLines} 行。没有导入任何内容。请改正后再导入一次，或加上 --skip-bad 跳过这些行。`,
  en: `${plural(problems, 'problem')} on ${plural(badLines, 'line')}. Nothing was imported. Correct them and import again, or leave these lines out with --skip-bad.`,
});

export const nothingImportable = (problems: number): Text => ({
  zh: `共 ${problems} 处问题，没有一行可以导入。没有导入任何内容。`,
  en: `${plural(problems, 'problem')}, and not one line that can be imported. Nothing was imported.`,
});

export const linesSkipped = (lines: number): Text => ({
  zh: `已跳过 ${lines} 行。`,
  en: `${plural(lines, 'line')} left out.`,
});

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What `--map` said of an earlier file with the same headings. */
export const headingsRecalled = (recalled: SaidMeanings): Text => {
  const list = (language: Language) =>
    [...recalled]
      .map(([heading, column]) =>
        language === 'zh'
          ? `“${heading}”是${column === 'nothing' ? '不用的列' : `“${rosterColumnNames[column].zh}”`}`
          : `“${heading}” is ${column === 'nothing' ? 'not used' : rosterColumnNames[column].en}`,
      )
      .join(language === 'zh' ? '、' : ', ');
  return {
    zh: `按您上次对同样列名的说明：${list('zh')}。如有变化，请再用 --map 说明。`,
    en: `As you said of a file with the same headings: ${list('en')}. If that has changed, say so with --map.`,
  };
};

export const sheetRead = (sheet: string): Text => ({
  zh: `工作簿里有几张表，读取的是“${sheet}”。`,
  en: `The workbook has several sheets; “${sheet}” was read.`,
});

import type { RefusalDetails } from '../domain/kernel/refusal.ts';
import type { Text } from '../domain/kernel/text.ts';
import type {
  QuestionnaireProblem,
  QuestionnaireProblemCode,
} from '../domain/questionnaires/questionnaire-problem.ts';
import { expected } from './questionnaire-field-words.ts';
import { type ProblemWords, yamlProblemWords } from './yaml-problem-words.ts';

type Say = (details: RefusalDetails) => ProblemWords;

const plain =
  (wrong: Text, right: Text): Say =>
  () => ({ wrong, right });

/** What was probably meant, or all that may stand there. */
const meant = ({ suggestion, allowed }: RefusalDetails): Text =>
  suggestion === undefined
    ? { zh: `可填：${allowed}`, en: `one of ${allowed}` }
    : { zh: `是指 ${suggestion} 吗？`, en: `${suggestion}, perhaps?` };

const languageNames: Readonly<Record<string, Text>> = {
  zh: { zh: '缺少中文', en: 'the Chinese is missing' },
  en: { zh: '缺少英文', en: 'the English is missing' },
};

const restore: Text = {
  zh: '把原来的文件放回去；要改，就另写下一个版本',
  en: 'put the file back as it was; to change it, write the next version',
};

const words: Readonly<Record<QuestionnaireProblemCode, Say>> = {
  'folder-unreadable': plain(
    { zh: '没有这个目录，或无法读取', en: 'this folder is not there or cannot be read' },
    { zh: '检查 QUESTIONNAIRES_FOLDER', en: 'look at QUESTIONNAIRES_FOLDER' },
  ),
  'file-unreadable': plain(
    { zh: '文件无法读取', en: 'the file cannot be read' },
    {
      zh: '放一个普通的、可以读取的文件，或者把它移走',
      en: 'an ordinary file that may be read, or nothing of that name',
    },
  ),
  'file-not-utf8': plain(
    {
      zh: '文件不是 UTF-8 编码，里面的字会变成乱码',
      en: 'the file is not UTF-8, so some of its letters are lost',
    },
    { zh: '在编辑器里另存为 UTF-8', en: 'save it as UTF-8 in your editor' },
  ),
  'file-gone': plain(
    { zh: '发布过的问卷，文件不见了', en: 'this questionnaire was published, and its file is gone' },
    restore,
  ),
  'file-name': ({ named }) => ({
    wrong: { zh: '文件名与里面的编号、版本不符', en: 'the file’s name is not that of its id and version' },
    right: {
      zh: `文件名 ${named}，或者把里面的编号和版本改得与文件名一致`,
      en: `the name ${named}, or inside it the id and version that its name says`,
    },
  }),
  'file-too-large': plain(
    { zh: '文件太大', en: 'the file is too large' },
    { zh: '一份问卷不会超过 200 KB', en: 'no questionnaire needs more than 200 KB' },
  ),
  ...yamlProblemWords,
  'field-missing': ({ field }) => ({
    wrong: { zh: `缺少 ${field}`, en: `${field} is missing` },
    right: {
      zh: `补上 ${field}，写法可参照自带的问卷`,
      en: `give ${field}; the built-in questionnaires show how`,
    },
  }),
  'field-unknown': ({ field, suggestion }) => ({
    wrong: { zh: `这里没有 ${field} 这一项`, en: `there is no ${field} here` },
    right:
      suggestion === undefined || suggestion === field
        ? { zh: '删去', en: 'leave it out' }
        : { zh: `是指 ${suggestion} 吗？`, en: `${suggestion}, perhaps?` },
  }),
  'field-wrong': (details) => ({
    wrong: { zh: '内容的形式不对', en: 'not of the right form' },
    right: expected[`${details.expected}`] ?? { zh: '文字或数字', en: 'text or a number' },
  }),
  'language-missing': ({ language }) => ({
    wrong: languageNames[`${language}`] ?? { zh: '缺少一种语言', en: 'a language is missing' },
    right: { zh: 'zh 和 en 都要写', en: 'both zh and en' },
  }),
  'value-unknown': (details) => ({
    wrong: { zh: '这里不能这样填', en: 'cannot stand here' },
    right: meant(details),
  }),
  'text-empty': plain({ zh: '没有内容', en: 'nothing is written' }, { zh: '写上文字', en: 'some text' }),
  'text-too-long': ({ limit }) => ({
    wrong: { zh: '太长，手机卡片放不下', en: 'too long for a card on a phone' },
    right: { zh: `最多 ${limit} 个字`, en: `at most ${limit} characters` },
  }),
  'number-not-fitting': ({ least, most }) => ({
    wrong: { zh: '数字超出范围', en: 'the number is out of range' },
    right:
      least === undefined
        ? { zh: `不大于 ${most}`, en: `at most ${most}` }
        : { zh: `不小于 ${least}`, en: `at least ${least}` },
  }),
  'id-not-usable': plain(
    { zh: '不能用作编号', en: 'cannot be an id' },
    { zh: '小写字母、数字和短横线，例如 d1-depth', en: 'small letters, digits and hyphens, as in d1-depth' },
  ),
  'id-reserved': ({ id }) => ({
    wrong: { zh: `${id} 是自带问卷的编号`, en: `${id} is an id of the built-in questionnaires` },
    right: { zh: `换一个，例如 own-${id}`, en: `another one, for example own-${id}` },
  }),
  'id-twice': plain(
    { zh: '这个编号用了两次', en: 'this id is used twice' },
    { zh: '每个编号只用一次', en: 'every id once' },
  ),
  'too-few': ({ least }) => ({
    wrong: { zh: '太少', en: 'too few' },
    right: { zh: `至少 ${least} 个`, en: `at least ${least}` },
  }),
  'too-many': ({ most }) => ({
    wrong: { zh: '太多，一张卡片放不下', en: 'too many for one card' },
    right: { zh: `最多 ${most} 个`, en: `at most ${most}` },
  }),
  'scale-unknown': (details) => ({
    wrong: { zh: 'scales 里没有这个量表', en: 'there is no such scale under scales' },
    right: meant(details),
  }),
  'labels-not-five': plain(
    { zh: '量表不是五级', en: 'the scale has not five points' },
    { zh: '五个标签，从低到高', en: 'five labels, lowest first' },
  ),
  'steps-uneven': plain(
    { zh: '从 min 到 max 不是整数个 step', en: 'the steps do not lead from min to max' },
    { zh: '例如 min 0、max 100、step 10', en: 'for example min 0, max 100, step 10' },
  ),
  'dimensions-mixed': plain(
    { zh: '一道题问了不同维度的条款', en: 'one question for clauses of several dimensions' },
    { zh: '只写一个维度的条款，例如 D2.clarity', en: 'clauses of one dimension, as in D2.clarity' },
  ),
  'lead-and-stem': plain(
    { zh: 'lead 和 stem 只能有一个', en: 'both a lead and a stem' },
    {
      zh: '题目共用的开头写 stem，其他说明写 lead',
      en: 'stem for how the questions begin, lead for any other word',
    },
  ),
  'condition-unclear': plain(
    { zh: '条件不明确', en: 'the condition is not clear' },
    { zh: '一个 atMost、atLeast 或 is', en: 'one of atMost, atLeast or is' },
  ),
  'condition-unknown': plain(
    { zh: '没有这道题', en: 'there is no such question' },
    { zh: '前面某一页上一道题的编号', en: 'the id of a question on an earlier page' },
  ),
  'condition-too-late': plain(
    {
      zh: '条件所看的题不在前面的页上',
      en: 'the condition looks at a question that is not on an earlier page',
    },
    {
      zh: '卡片不会边填边变：把这道题移到后面一页',
      en: 'cards do not change while they are filled in: move this question to a later page',
    },
  ),
  'condition-about-instructor': plain(
    {
      zh: '条件看的是逐位讲师的题，这道题却不是',
      en: 'the condition is about each instructor, the question is not',
    },
    { zh: '给这道题加上 perInstructor: true', en: 'perInstructor: true for this question too' },
  ),
  'condition-on-text': plain(
    { zh: '不能以文字题为条件', en: 'a condition cannot look at free text' },
    { zh: '改看评分题、数字题或选择题', en: 'a rating, a number or a choice' },
  ),
  'condition-on-private': plain(
    {
      zh: '以私密题为条件，会泄露它的答案',
      en: 'asking after a private question would give its answer away',
    },
    { zh: '改看另一道题，或让这道题也 private', en: 'another question, or private: true here as well' },
  ),
  'recall-not-private': plain(
    {
      zh: '这道题会给出本人上次写的私密内容，答案却会公开统计',
      en: 'it shows what somebody wrote for their own eyes, and its answers would be counted',
    },
    { zh: '加上 private: true', en: 'private: true here as well' },
  ),
  'condition-impossible': ({ possible }) => ({
    wrong: { zh: '这个条件不会成立，或总是成立', en: 'this holds for nobody, or for everybody' },
    right: { zh: `那道题的答案有：${possible}`, en: `that question is answered with ${possible}` },
  }),
  'last-page-may-vanish': plain(
    { zh: '最后一页可能一道题也不剩', en: 'nothing may be left of the last page' },
    {
      zh: '最后一页留一道人人都问的题（没有 onlyIf、modes、perInstructor）',
      en: 'a question there that everybody is asked (without onlyIf, modes, perInstructor)',
    },
  ),
  'measure-twice': plain(
    {
      zh: '总体满意度、推荐意愿和应用比例各只能问一次',
      en: 'satisfaction, recommendation or the share applied is asked twice',
    },
    { zh: '只留一道', en: 'only one of the two' },
  ),
  tie: ({ other, kind, mode, source, course }) => ({
    wrong: {
      zh: `与 ${other} 都适用于同样的培训（${kind}，${mode}，${source}${course === '' ? '' : `，${course}`}）`,
      en: `is for the same trainings as ${other} (${kind}, ${mode}, ${source}${course === '' ? '' : `, ${course}`})`,
    },
    right: {
      zh: '在其中一份的 for 里写得更具体：mode、source 或 course',
      en: 'say more in the for of one of them: mode, source or course',
    },
  }),
  'lock-broken': plain(
    { zh: '发布记录损坏了', en: 'the record of what was published is damaged' },
    { zh: '从备份恢复这个文件', en: 'bring this file back from your backup' },
  ),
  'published-changed': ({ next }) => ({
    wrong: { zh: '已发布的版本被改动了', en: 'this version was published and has changed' },
    right: { zh: `恢复原样；把改动写进 ${next}`, en: `put it back as it was; make ${next} instead` },
  }),
  'asked-missing': plain(
    {
      zh: '已经用它做过回访，现在却找不到了',
      en: 'follow-ups were asked with it, and it is not here any more',
    },
    restore,
  ),
  'asked-changed': plain(
    {
      zh: '已经用它做过回访，现在内容变了',
      en: 'follow-ups were asked with it, and it says something else now',
    },
    restore,
  ),
};

/** What is wrong with a questionnaire, and what would be right. */
export const questionnaireProblemWords = ({ code, details = {} }: QuestionnaireProblem): ProblemWords =>
  words[code](details);

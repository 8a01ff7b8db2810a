import type { Text } from '../domain/kernel/text.ts';
import type { YamlProblemCode } from '../domain/questionnaires/questionnaire-problem.ts';

export interface ProblemWords {
  readonly wrong: Text;
  readonly right: Text;
}

const plain = (wrong: Text, right: Text) => (): ProblemWords => ({ wrong, right });

/** What is wrong with the notation of a questionnaire's file. */
export const yamlProblemWords: Readonly<Record<YamlProblemCode, () => ProblemWords>> = {
  'yaml-tab': plain(
    { zh: '用了制表符缩进', en: 'a tab where spaces belong' },
    { zh: '用空格缩进', en: 'indent with spaces' },
  ),
  'yaml-twice': plain(
    { zh: '同一个名称写了两次', en: 'the same field twice' },
    { zh: '只留一个', en: 'only one of them' },
  ),
  'yaml-quote': plain(
    { zh: '缺少一个引号或括号', en: 'a quote or bracket is missing' },
    { zh: '引号和括号要成对', en: 'quotes and brackets in pairs' },
  ),
  'yaml-colon': plain(
    { zh: '文字里的冒号会被当作名称', en: 'a colon in the text is taken for a field' },
    { zh: '给整句话加上引号', en: 'quotes around the whole sentence' },
  ),
  'yaml-alias': plain(
    { zh: '用了 YAML 引用（*）', en: 'a YAML reference (*)' },
    {
      zh: '把内容写出来；共用的量表放在 scales 里',
      en: 'the words themselves; shared labels go into scales',
    },
  ),
  'yaml-several': plain(
    { zh: '一个文件里有几份内容（---）', en: 'several documents in one file (---)' },
    { zh: '一个文件一份问卷', en: 'one questionnaire a file' },
  ),
  'yaml-broken': plain(
    { zh: '这里不是有效的 YAML', en: 'this is not YAML' },
    {
      zh: '检查缩进、引号，以及冒号后面的空格',
      en: 'look at the indentation, the quotes, and the space after a colon',
    },
  ),
};

import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** To staff: answers that somebody changed in the database, past the product. */
export const damageEyebrow: Text = { zh: '答卷保护', en: 'Protection of answers' };
export const damageTitle = (pages: number): Text => ({
  zh: `有 ${pages} 页答卷与保存时不一致`,
  en:
    pages === 1
      ? 'One page of answers is not as it was saved'
      : `${pages} pages of answers are not as they were saved`,
});
export const damageLines = (training: string, questionnaire: Text, pages: number): readonly Text[] => [
  {
    zh: spaced`「${training}」的${questionnaire.zh}：数据库里有 ${pages} 页答卷被改过、调换过，或者少了。这几页不计入任何结果，其他人的答卷不受影响，回访照常进行。`,
    en: `“${training}”, ${questionnaire.en}: ${pages === 1 ? 'one page of answers in the database was' : `${pages} pages of answers in the database were`} changed, swapped or removed. ${pages === 1 ? 'It counts' : 'They count'} nowhere; everybody else’s answers are untouched and the follow-up goes on.`,
  },
  {
    zh: '请尽快告诉系统管理员，查一查有谁动过数据库，或者是不是只恢复了一部分旧备份。日志里有同样的记录。',
    en: 'Please tell your system administrator now: who has had access to the database, or was part of an old backup put back? The log has the same entry.',
  },
];

import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** To staff: answers that somebody changed in the database, past the product. */
export const damageEyebrow: Text = { zh: '答卷保护', en: 'Protection of answers' };
export const damageTitle = (pages: number): Text => ({
  zh: `有 ${pages} 页答卷被人动过`,
  en: pages === 1 ? 'One page of answers was tampered with' : `${pages} pages of answers were tampered with`,
});
export const damageLines = (training: string, questionnaire: Text, pages: number): readonly Text[] => [
  {
    zh: spaced`「${training}」的${questionnaire.zh}：数据库里有 ${pages} 页答卷对不上封存时的样子，可能被改过、调换过，或者少了。这几页不计入任何结果，其他人的答卷不受影响，回访照常进行。`,
    en: `“${training}”, ${questionnaire.en}: ${pages === 1 ? 'one page of answers in the database is' : `${pages} pages of answers in the database are`} not as sealed: changed, swapped or missing. ${pages === 1 ? 'It counts' : 'They count'} nowhere; everybody else’s answers are untouched and the follow-up goes on.`,
  },
  {
    zh: '请尽快告诉系统管理员，查一查有谁动过数据库，或者是不是只恢复了一部分旧备份。日志里有同样的记录。',
    en: 'Please tell your system administrator now: who has had access to the database, or was part of an old backup put back? The log has the same entry.',
  },
];

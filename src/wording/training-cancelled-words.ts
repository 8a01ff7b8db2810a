import type { Text } from '../domain/kernel/text.ts';

/** To the department and instructors who were shown something of a training that is cancelled since. */
export const trainingCancelledTitle = (training: string): Text => ({
  zh: `「${training}」取消了`,
  en: `“${training}” was cancelled`,
});
export const trainingCancelledLine: Text = {
  zh: '还没结束的回访不再进行，也不计入。之前发出的结果保持原样，看的时候请留意。',
  en: 'What was still to be asked about it is not asked any more and counts nowhere. Results that were shown before stay as they were; please bear this in mind.',
};

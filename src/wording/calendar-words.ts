import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** To staff: until when holidays are known. `over`: that day is past. */
export const calendarEnds = (until: Text, over: boolean): Text => ({
  zh: `${over ? spaced`节假日安排只登记到${until.zh}，已经过期` : spaced`提醒一下：节假日安排只登记到${until.zh}`}。之后的日子我只认周末，不认法定节假日和调休，回访和提醒可能落在放假那天。请联系系统管理员更新程序；次年的安排一般在 11 月公布，更新后不用再做什么。`,
  en: `${over ? 'I know public holidays until' : 'A word in time: I know public holidays until'} ${until.en} only${over ? ', which is past' : ''}. For later days I go by weekends alone, so follow-ups and reminders may fall on a holiday or miss a make-up workday. Please ask your system administrator to update the program; next year’s holidays are usually announced in November. Nothing else is needed.`,
});

/** Under dates that rest on weekends alone. */
export const onlyWeekends = (until: Text): Text => ({
  zh: spaced`${until.zh}之后的节假日尚未登记，那以后的日期只按周末推算。`,
  en: `Holidays after ${until.en} are not known yet; later dates go by weekends alone.`,
});

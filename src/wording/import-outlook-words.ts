import type { Text } from '../domain/kernel/text.ts';
import type { ComingRound, ImportOutlook } from '../domain/sequels/import-outlook.ts';
import { dateText } from './dates.ts';
import { formatCount } from './format.ts';

/** So many days, trainings or rounds are named; the rest is counted. */
const mostNamed = 8;

/** What will follow from a roster, line by line; `compared`: with a database, not with nothing. */
export const importOutlookText = (outlook: ImportOutlook, compared: boolean): readonly Text[] => [
  compared
    ? { zh: '这份花名册导入后：', en: 'What will follow from this roster:' }
    : {
        zh: '这份花名册导入后（没有连接数据库，未与已有内容比对，全部按新增计算）：',
        en: 'What will follow from this roster (compared with nothing, as no database was reached: all of it counts as new):',
      },
  indented(counts({ zh: '培训', en: 'Trainings' }, outlook.trainings)),
  indented(counts({ zh: '学员', en: 'Participants' }, outlook.participants)),
  {
    zh: `  人员：共 ${formatCount(outlook.people.all)} 人（含讲师和上级），其中 ${formatCount(outlook.people.new)} 人第一次出现`,
    en: `  People, instructors and managers included: ${formatCount(outlook.people.all)}, ${formatCount(outlook.people.new)} of them for the first time`,
  },
  ...firstText(outlook.first),
  ...missedText(outlook.missed),
  ...unclearText(outlook),
];

const indented = ({ zh, en }: Text): Text => ({ zh: `  ${zh}`, en: `  ${en}` });

const counts = (name: Text, { new: fresh, changed, unchanged }: ImportOutlook['trainings']): Text => ({
  zh: `${name.zh}：新增 ${formatCount(fresh)}，更新 ${formatCount(changed)}，未变 ${formatCount(unchanged)}`,
  en: `${name.en}: ${formatCount(fresh)} new, ${formatCount(changed)} changed, ${formatCount(unchanged)} as before`,
});

/** The training's own day: of two zones each has its own. */
const firstText = (first: ImportOutlook['first']): readonly Text[] => {
  if (first.length === 0)
    return [{ zh: '第一份问卷：不会发给任何人。', en: 'First questionnaires: nobody gets one.' }];
  const days = [...Map.groupBy(first, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = days.slice(0, mostNamed).map(([day, own]): Text => {
    const people = own.reduce((sum, one) => sum + one.people, 0);
    const on = dateText(day);
    return {
      zh: `  ${on.zh}：${formatCount(own.length)} 个培训，${formatCount(people)} 人次`,
      en: `  ${on.en}: ${plural(own.length, 'training')}, ${formatCount(people)} to be asked`,
    };
  });
  const [last] = days.at(-1) ?? [];
  const left = days.length - lines.length;
  return [
    { zh: '第一份问卷最早发出的日子：', en: 'First questionnaires, at the earliest on:' },
    ...lines,
    ...(left === 0 || last === undefined
      ? []
      : [
          {
            zh: `  ……此后还有 ${left} 天，最晚 ${dateText(last).zh}`,
            en: `  … and ${plural(left, 'later day')}, the last of them ${dateText(last).en}`,
          },
        ]),
  ];
};

const missedText = (missed: ImportOutlook['missed']): readonly Text[] => {
  if (missed.length === 0) return [];
  const trainings = new Set(missed.map(({ training }) => training)).size;
  return [
    {
      zh: `已经错过：${formatCount(missed.length)} 次回访（${formatCount(trainings)} 个培训）的截止日已过，不会再发问卷，记为“已错过”：`,
      en: `Missed already: ${plural(missed.length, 'follow-up')} of ${plural(trainings, 'training')}, whose due day is over. Nobody is asked, and they are shown as missed:`,
    },
    ...roundLines(missed),
  ];
};

const roundLines = (rounds: readonly ComingRound[]): readonly Text[] => [
  ...rounds.slice(0, mostNamed).map(({ training, questionnaire, day }): Text => {
    const due = dateText(day);
    return {
      zh: `  ${training} · ${questionnaire.zh}（截止 ${due.zh}）`,
      en: `  ${training} · ${questionnaire.en} (due ${due.en})`,
    };
  }),
  ...(rounds.length > mostNamed ? [andMore(rounds.length - mostNamed)] : []),
];

const andMore = (left: number): Text => ({
  zh: `  ……另有 ${formatCount(left)} 个`,
  en: `  … and ${formatCount(left)} more`,
});

const unclearText = (outlook: ImportOutlook): readonly Text[] => {
  const { otherDates, unasked, withoutInstructor, withoutManager } = outlook;
  const nothing = unasked.filter(({ why }) => why === 'nothing-to-ask').map(({ training }) => training);
  const cancelled = unasked.filter(({ why }) => why === 'cancelled').map(({ training }) => training);
  const over = unasked.filter(({ why }) => why === 'over').map(({ training }) => training);
  const lines: Text[] = [
    ...about(nothing, {
      zh: '没有适用的问卷，不会回访',
      en: 'with no questionnaire that fits: nobody is asked',
    }),
    ...about(cancelled, {
      zh: '已取消，不再回访；已经收到问卷的人会收到通知',
      en: 'cancelled: nobody is asked any more, and whoever had been asked is told',
    }),
    ...(outlook.withdrawn === 0
      ? []
      : [
          {
            zh: `  ${formatCount(outlook.withdrawn)} 人次按这份文件算已退出，不会再收到问卷`,
            en: `  ${plural(outlook.withdrawn, 'participant')} withdrawn by this file: they are not asked`,
          },
        ]),
    ...(outlook.returned === 0
      ? []
      : [
          {
            zh: `  ${formatCount(outlook.returned)} 人次原先已退出，按这份文件重新算学员`,
            en: `  ${plural(outlook.returned, 'participant')} who had withdrawn, back on the list by this file`,
          },
        ]),
    ...(outlook.notNamed === 0
      ? []
      : [
          {
            zh: `  这些培训里有 ${formatCount(outlook.notNamed)} 人不在这份文件里，仍算学员；要去掉，请在“是否退出”列写“是”`,
            en: `  ${plural(outlook.notNamed, 'participant')} of these trainings not in this file: they stay. To take them off, give them a line with yes under withdrawn`,
          },
        ]),
    ...about(over, {
      zh: '的回访都已结束或错过，不会再发问卷',
      en: 'whose follow-ups are all over: nobody is asked any more',
    }),
    ...about(withoutInstructor, {
      zh: '没有写讲师，结果不会发给讲师',
      en: 'without an instructor: no instructor hears the result',
    }),
    ...(withoutManager === 0
      ? []
      : [
          {
            zh: `  ${formatCount(withoutManager)} 人没有写上级，结果不会按上级汇总`,
            en: `  ${plural(withoutManager, 'person', 'people')} without a manager: no manager’s report counts them`,
          },
        ]),
    ...(otherDates.length === 0
      ? []
      : [
          {
            zh: `  ${formatCount(otherDates.length)} 次回访已经开始，截止日有变：`,
            en: `  ${plural(otherDates.length, 'follow-up')} under way with another due day than so far:`,
          },
          ...roundLines(otherDates).map(indented),
        ]),
  ];
  return lines.length === 0 ? [] : [{ zh: '请留意：', en: 'Please note:' }, ...lines];
};

const about = (trainings: readonly string[], what: Text): readonly Text[] => {
  if (trainings.length === 0) return [];
  const named = trainings.slice(0, mostNamed);
  const left = trainings.length - named.length;
  return [
    {
      zh: `  ${formatCount(trainings.length)} 个培训${what.zh}（${named.join('、')}${left === 0 ? '' : ' 等'}）`,
      en: `  ${plural(trainings.length, 'training')} ${what.en} (${named.join(', ')}${left === 0 ? '' : ` and ${formatCount(left)} more`})`,
    },
  ];
};

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const checkedOnly: Text = {
  zh: '只是检查，没有导入任何内容。',
  en: 'This was a check: nothing was imported.',
};

export const notUnderstoodHere = (variables: readonly string[]): Text => ({
  zh: `这些设置没有看懂，检查时按默认值计算：${variables.join('、')}`,
  en: `These settings are not understood; the check goes by the usual values instead: ${variables.join(', ')}`,
});

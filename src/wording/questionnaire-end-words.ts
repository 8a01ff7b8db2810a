import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** What is said when a questionnaire is handed in, over, or put off. */
export const about: Text = { zh: '培训回访', en: 'Training follow-up' };
export const aboutTraining = (training: string): Text => ({
  zh: `${about.zh} · ${training}`,
  en: `${about.en} · ${training}`,
});

export const thanks: Text = { zh: '谢谢，都收到了', en: 'Thank you, that is everything' };
/** Where another one waits: "everything" would not be true. */
export const thanksForOne: Text = { zh: thanks.zh, en: 'Thank you, this one is done' };
export const saved = (training: string, until: Text): Text => ({
  zh: spaced`您对「${training}」的回答已经保存，到${until.zh}为止都可以修改。`,
  en: `Your answers about “${training}” are saved. You can change them until ${until.en}.`,
});
export const changedHeading: Text = { zh: '大家上次说的，有回音了', en: 'What came of the answers before' };
const listed = (items: readonly Text[]): Text => ({
  zh: items.map(({ zh }) => zh).join('、'),
  en: items.map(({ en }) => en).join(', '),
});
export const improvedLine = (items: readonly Text[]): Text => ({
  zh: `已经改进：${listed(items).zh}`,
  en: `Improved since: ${listed(items).en}`,
});
export const underWayLine = (items: readonly Text[]): Text => ({
  zh: `正在改进：${listed(items).zh}`,
  en: `Being worked on: ${listed(items).en}`,
});
export const whatNext: Text = { zh: '接下来', en: 'What happens now' };
export const whatNextLine = (until: Text): Text => ({
  zh: spaced`${until.zh}截止后才汇总。大家觉得不够好的地方，会逐项指定专人改进。`,
  en: `After ${until.en} the answers are added up. Whatever came out weak is given to somebody to improve.`,
});
export const whoSees: Text = { zh: '谁能看到什么', en: 'Who can see what' };
export const whoSeesLines = (scores: number, comments: number): readonly Text[] => [
  {
    zh: `讲师和主管：只有满 ${scores} 人的分数汇总，满 ${comments} 人才显示留言，都不署名。`,
    en: `Instructors and managers: scores once ${scores} people have answered, comments once ${comments} have; never with names.`,
  },
  {
    zh: '培训部：知道您填没填，看到的也是同样的汇总和留言。',
    en: 'The training department: whether you answered, and the same figures and comments.',
  },
  {
    zh: '留言会原样给人看，请别写自己或他人的姓名。',
    en: 'Comments are shown word for word, so please leave names out of them.',
  },
];
export const changeAnswers: Text = { zh: '修改回答', en: 'Change my answers' };
export const anotherWaiting = (training: string): Text => ({
  zh: `还有一份问卷在等您：「${training}」`,
  en: `Another questionnaire is waiting: “${training}”`,
});
export const openNext: Text = { zh: '填下一份', en: 'Open the next one' };

export const closedTitle: Text = { zh: '这次回访已经结束', en: 'This follow-up is over' };
export const closedLine = (training: string, on: Text): Text => ({
  zh: spaced`「${training}」的问卷到${on.zh}截止，现在不能再填或修改了。`,
  en: `The questionnaire about “${training}” closed on ${on.en}; answers can no longer be given or changed.`,
});
export const closedAnswers: Record<'complete' | 'partly' | 'nothing' | 'absent', Text> = {
  complete: { zh: '您填的已经计入结果，谢谢您。', en: 'Your answers are counted. Thank you.' },
  partly: {
    zh: '您填过的那几页已经计入结果，谢谢您。',
    en: 'The pages you filled in are counted. Thank you.',
  },
  nothing: {
    zh: '没赶上也没关系。有想说的，随时告诉培训部的同事。',
    en: 'Never mind. If there is something you would like to say, the training department is glad to hear it.',
  },
  absent: {
    zh: '您说过没有参加，记录里仍是这样，这里也改不了了。其实参加了的话，请告诉培训部的同事。',
    en: 'You had said that you did not attend; that is still what is noted, and it can no longer be changed here. If you did attend, please tell the training department.',
  },
};

export const laterTitle: Text = { zh: '好的，晚点再说', en: 'All right, later then' };
export const laterLine = (on: Text, hasBegun: boolean): Text => ({
  zh: spaced`${on.zh}之前不再提醒您。${goOn(hasBegun).zh}`,
  en: `No reminder before ${on.en}. ${goOn(hasBegun).en}`,
});
/** What is saved is named only where there is something. */
const goOn = (hasBegun: boolean): Text =>
  hasBegun
    ? {
        zh: '已填的都存好了，想填时随时点下面。',
        en: 'What you filled in is saved; continue below whenever you like.',
      }
    : { zh: '想填时随时点下面。', en: 'Start below whenever you like.' };
export const leaveTitle: Text = { zh: '好好休假', en: 'Enjoy your time off' };
/** Of one training: another may ask meanwhile. */
export const leaveLine = (training: string, until: Text): Text => ({
  zh: spaced`到${until.zh}为止，不会为「${training}」提醒您，回来再填就好。`,
  en: `No reminders about “${training}” until ${until.en} is over. You can answer when you are back.`,
});
export const leaveCovers = (training: string, until: Text): Text => ({
  zh: spaced`您休假到${until.zh}，回来时「${training}」的回访已经结束，这份就不用填了。`,
  en: `You are away until ${until.en}. By the time you are back, the follow-up of “${training}” will be over, so you need not answer this one.`,
});
/** Where the next day on which somebody could be asked again would be too late. */
export const noMoreTitle: Text = { zh: '好的，不再提醒您了', en: 'All right, no more reminders' };
export const noMoreLine = (until: Text, hasBegun: boolean): Text => ({
  zh: spaced`截止前没有别的工作日了，所以不再提醒。到${until.zh}为止都还可以填。${goOn(hasBegun).zh}`,
  en: `No other working day is left before it closes, so there will be no further reminder. You can still answer until ${until.en}. ${goOn(hasBegun).en}`,
});
export const noMoreOnLeaveLine = (training: string, until: Text, hasBegun: boolean): Text => ({
  zh: spaced`等您回来上班，「${training}」这份已经截止，所以不再提醒。要是想在那之前填，到${until.zh}为止都可以。${goOn(hasBegun).zh}`,
  en: `By the time you are back at work the questionnaire about “${training}” will be closed, so there will be no further reminder. Should you like to answer before, you can until ${until.en}. ${goOn(hasBegun).en}`,
});
export const absenceAskedTitle: Text = { zh: '真的没有参加吗？', en: 'Did you really not attend?' };
export const absenceAskedLine = (training: string): Text => ({
  zh: `确认后，「${training}」这份就不用填了，之前填的会撤回，培训部也会知道您没有参加。现在还没有告诉任何人。`,
  en: `If you confirm, you need not answer about “${training}”, anything you filled in is withdrawn, and the training department is told that you did not attend. Nobody has been told yet.`,
});
export const absenceMeant: Text = { zh: '是的，我没有参加', en: 'Yes, I did not attend' };
export const absentTitle: Text = { zh: '好的，知道了', en: 'All right, thank you' };
export const absentLine = (training: string): Text => ({
  zh: `记下了：您没有参加「${training}」。之前填的已撤回，不再提醒，培训部会更正名单。`,
  en: `Noted: you did not attend “${training}”. Anything you had filled in is withdrawn, no more reminders, and the training department will correct its list.`,
});
export const withdrawnTitle: Text = { zh: '这份不用填了', en: 'Nothing to answer here' };
export const withdrawnLine = (training: string): Text => ({
  zh: `您已不在「${training}」的名单里，这次回访不用填，之前填过的也不计入。名单弄错了的话，告诉培训部就好。`,
  en: `You are no longer on the list of “${training}”, so there is nothing to fill in, and nothing you had filled in counts. If the list is wrong, just tell the training department.`,
});
export const declinedTitle: Text = { zh: '好的，不填也没关系', en: 'That is quite all right' };
export const declinedLine = (training: string, until: Text): Text => ({
  zh: spaced`「${training}」这份就不问您了，也不再提醒；之前填过的不计入结果，培训部的统计里只多一个“不愿作答”。要是改了主意，到${until.zh}为止都可以接着填。`,
  en: `No more questions or reminders about “${training}”. What you had filled in is not counted; the training department’s figures show one more who declined. Should you change your mind, you can still answer until ${until.en}.`,
});
export const answerAfterAll: Text = { zh: '我还是想填', en: 'I will answer after all' };
export const answerNow: Text = { zh: '现在就填', en: 'Answer now' };
export const attendedAfterAll: Text = { zh: '点错了，我参加了', en: 'Pressed by mistake: I did attend' };

export const leaveFormTitle: Text = { zh: '休假到哪天？', en: 'Away until when?' };
export const leaveFormLine = (training: string): Text => ({
  zh: `选最后一天，到那天为止不会为「${training}」提醒您。`,
  en: `Choose your last day off. No reminders about “${training}” until it is over.`,
});
export const lastDayOff: Text = { zh: '休假最后一天', en: 'Last day off' };
export const confirmLeave: Text = { zh: '确定', en: 'Confirm' };
export const backToQuestions: Text = { zh: '回到问卷', en: 'Back to the questions' };

export const reminderTitle: Record<'fresh' | 'started' | 'last', Text> = {
  fresh: { zh: '还等着听您说说', en: 'We would still like to hear from you' },
  started: { zh: '上次填了一部分，接着来吧', en: 'You have made a start' },
  last: { zh: '快截止了，还来得及', en: 'Nearly over, still time' },
};
export const reminderLine = (training: string, minutes: number, until: Text): Text => ({
  zh: spaced`「${training}」的回访问卷，约 ${minutes} 分钟，最晚${until.zh}填完就好。`,
  en: `The questionnaire about “${training}” takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and stays open until ${until.en}.`,
});
export const reminderProgress = (done: number, pages: number): Text => ({
  zh: `${done === 0 ? '' : `已填 ${done} 页，共 ${pages} 页。`}从上次停下的地方接着填，填过的都还在。`,
  en: `${done === 0 ? '' : `${done} of ${pages} pages done. `}You continue where you stopped; what you filled in is still there.`,
});

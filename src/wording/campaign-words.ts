import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** The card that shows staff how far a long campaign is. */
export const campaignEyebrow = (questionnaire: Text): Text => ({
  zh: `问卷发送 · ${questionnaire.zh}`,
  en: `Sending · ${questionnaire.en}`,
});
export const campaignSent = (sent: string, total: string): Text => ({
  zh: `已发给 ${sent} 人，共 ${total} 人`,
  en: `Sent to ${sent} of ${total} people`,
});
export const campaignCounts = {
  waiting: { zh: '等待发送', en: 'Waiting for their turn' },
  retrying: { zh: '没发成，会再试', en: 'Did not go through, will be tried again' },
  unreachable: { zh: '联系不上', en: 'Cannot be reached' },
  obsolete: { zh: '不用再发', en: 'No longer needed' },
} satisfies Record<string, Text>;
export const campaignRuns = (began: Text, doneBy: Text): Text => ({
  zh: spaced`${began.zh}开始，预计${doneBy.zh}前后发完。`,
  en: `Began ${began.en}; should be done about ${doneBy.en}.`,
});
/** `everybody`: nobody was left out. */
export const campaignOver = (began: Text, everybody: boolean): Text => ({
  zh: spaced`${everybody ? '全部发完了' : '能发的都发完了'}，${began.zh}开始的。`,
  en: `${everybody ? 'All sent.' : 'All is sent that can be sent for now.'} It began ${began.en}.`,
});
export const campaignHours: Text = {
  zh: '只在每个人的工作时间里发。这张卡片会自己更新。',
  en: 'People get theirs in their own working hours. This card updates itself.',
};
export const campaignUnreachable: Text = {
  zh: '私下给我发“联系不上”，可以看是谁、怎么办。处理好之后会自动补发。',
  en: 'Say “unreachable” to me in private to see who they are and what helps. Once that is settled, theirs is sent by itself.',
};
export const campaignSummary = (training: string): Text => ({
  zh: `「${training}」的问卷开始发送`,
  en: `The questionnaire of “${training}” is going out`,
});

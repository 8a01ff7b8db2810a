import type { RoundState } from '../domain/followups/round.ts';
import type { Text } from '../domain/kernel/text.ts';

/** What a round is called and how it stands. */
export const roundStates: Readonly<Record<RoundState, Text>> = {
  planned: { zh: '未开始', en: 'not begun' },
  open: { zh: '进行中', en: 'open' },
  closed: { zh: '已结束', en: 'closed' },
  missed: { zh: '已错过', en: 'missed' },
  cancelled: { zh: '培训已取消', en: 'training cancelled' },
};
/** Its label follows what it is called, where there are several of its kind. */
export const labelled = (name: Text, label: Text | undefined): Text =>
  label === undefined ? name : { zh: `${name.zh} · ${label.zh}`, en: `${name.en} · ${label.en}` };
export const roundName = (questionnaire: Text, state: Text): Text => ({
  zh: `${questionnaire.zh} · ${state.zh}`,
  en: `${questionnaire.en} · ${state.en}`,
});
export const roundWindow = (from: Text, to: Text): Text => ({
  zh: `${from.zh} 至 ${to.zh}`,
  en: `${from.en} to ${to.en}`,
});

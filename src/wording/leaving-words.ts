import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** Somebody has left the organisation: before it is noted, and after. */
export const leavingEyebrow: Text = { zh: '人员变动', en: 'Leavers' };
export const leavingTitle = (name: string): Text => ({
  zh: spaced`${name}离职了吗？`,
  en: `Has ${name} left?`,
});
export const leavingLead: Text = {
  zh: '确认之后会这样处理：',
  en: 'Once you confirm:',
};
export const leftTitle = (name: string): Text => ({
  zh: spaced`已登记${name}离职`,
  en: `Noted: ${name} has left`,
});
export const leftLead: Text = { zh: '现在的情况：', en: 'As things stand:' };
export const returnedTitle = (name: string): Text => ({
  zh: spaced`已撤销${name}的离职登记`,
  en: `${name} is back`,
});
export const returnedLine: Text = {
  zh: '原来的角色、还在进行的问卷和没人动过的改进任务都恢复了；代理请重新指定。',
  en: 'Their roles, questionnaires that are still open and improvements nobody has touched are theirs again. Deputies have to be named anew.',
};

export const leftVisits = (count: number): Text => ({
  zh: `${count} 份还没填完的问卷按“已离职”免访`,
  en: count === 1 ? 'One open questionnaire is excused' : `${count} open questionnaires are excused`,
});
export const leftRoles = (roles: Text): Text => ({
  zh: `收回角色：${roles.zh}`,
  en: `These roles end: ${roles.en}`,
});
export const leftDeputies: Text = { zh: '相关的代理都结束', en: 'Deputies end, theirs and those they are' };
export const leftImprovements = (count: number): Text => ({
  zh: `${count} 项没做完的改进转到您名下`,
  en:
    count === 1
      ? 'One improvement that is not done comes to you'
      : `${count} improvements that are not done come to you`,
});
export const leftInPeace: Text = { zh: '不再给对方发任何消息', en: 'Nothing is sent to them any more' };
export const confirmLeft: Text = { zh: '确认离职', en: 'Yes, they have left' };
export const undoLeft: Text = { zh: '弄错了，撤销', en: 'Undo' };
export const notLeft = (name: string): Text => ({
  zh: spaced`${name}没有离职登记，不用撤销。`,
  en: `${name} is not noted as having left; there is nothing to undo.`,
});

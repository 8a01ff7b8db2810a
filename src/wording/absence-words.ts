import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

/** To staff: somebody of a roster who says they were not there. */
export const absentTitle = (name: string): Text => ({
  zh: spaced`${name}说没有参加`,
  en: `${name} did not attend`,
});
export const absentLines = (training: string): readonly Text[] => [
  {
    zh: `名单里有这位同事，但本人说没有参加「${training}」。已按免访处理，之前填的内容已撤回。`,
    en: `The roster of “${training}” lists this person, who says they were not there. They are excused and anything they had filled in is withdrawn.`,
  },
  {
    zh: '如果名单有误，请在名单里标记退出后重新导入；如果本人点错了，可以在自己的卡片上改回来。',
    en: 'If the roster is wrong, mark them withdrawn and import it again. If they pressed by mistake, they can undo it on their own card.',
  },
];

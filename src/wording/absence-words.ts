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

/** The same, once they took it back. */
export const attendedTitle = (name: string): Text => ({
  zh: spaced`${name}后来说参加了`,
  en: `${name} did attend after all`,
});
export const attendedLines = (training: string): readonly Text[] => [
  {
    zh: `这位同事先前说没有参加「${training}」，后来说其实参加了。回访照常，之前填的内容重新有效。`,
    en: `They had said that they did not attend “${training}”, and have since said that they did. They take part in the follow-up again, and what they had filled in stands again.`,
  },
  {
    zh: '名单不用改；如果已经标记了退出，请改回来重新导入。',
    en: 'Nothing needs correcting. If you have marked them withdrawn meanwhile, please take the mark away and import the roster again.',
  },
];

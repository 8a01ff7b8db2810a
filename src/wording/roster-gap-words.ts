import type { Text } from '../domain/kernel/text.ts';

/** To staff: people of a roster who cannot be asked in Teams. */
export const gapsEyebrow: Text = { zh: '名单核对', en: 'Roster check' };
export const gapsTitle = (count: number): Text => ({
  zh: `有 ${count} 位学员暂时联系不上`,
  en: count === 1 ? 'One person cannot be reached yet' : `${count} people cannot be reached yet`,
});
export const gapsLead = (training: string): Text => ({
  zh: `「${training}」的学员。处理好之后，等着的问卷会自动补发。`,
  en: `They are on the roster of “${training}”. Once this is settled, what waits is sent by itself.`,
});

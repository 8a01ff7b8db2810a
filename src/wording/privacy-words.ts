import type { Settings } from '../domain/kernel/settings.ts';
import type { Text } from '../domain/kernel/text.ts';
import { frankLine, privacyLine } from './questionnaire-words.ts';

const what: Text = {
  zh: '问卷是想知道培训效果如何、哪里要改进；填不填由您决定。',
  en: 'The questionnaires are there to learn how a training went and what to improve; answering is up to you.',
};

/** To whoever asks what questionnaires are for and who sees the answers: the same sentences as on their first page. */
export const asFrankly = ({ scores, comments }: Settings['minimumGroup']): Text => {
  const promised = privacyLine(scores, comments);
  return {
    zh: `${what.zh}${promised.zh}${frankLine.zh}`,
    en: `${what.en} ${promised.en} ${frankLine.en}`,
  };
};

import type { Language } from '../../domain/kernel/text.ts';
import { howToUse } from '../../wording/questionnaire-file-words.ts';
import { checkFolders } from './check-folders.ts';
import { listQuestionnaires } from './list-questionnaires.ts';
import { previewFile } from './preview-file.ts';
import { publishDrafts } from './publish-drafts.ts';
import type { ExitCode, QuestionnaireSurroundings } from './questionnaire-surroundings.ts';

/** `questionnaires [check | preview | publish]`. */
export const runQuestionnaires = (argv: readonly string[], around: QuestionnaireSurroundings): ExitCode => {
  const [command, argument, ...more] = argv;
  if (command === undefined) return listQuestionnaires(around);
  if (command === 'check' && more.length === 0) return checkFolders(argument, around);
  if (command === 'publish' && more.length === 0) return publishDrafts(argument, around);
  const language = languageAsked(more, around.language);
  if (command === 'preview' && argument !== undefined && language !== undefined) {
    return previewFile(argument, language, around);
  }
  around.say(howToUse);
  return 2;
};

const languageAsked = (options: readonly string[], otherwise: Language): Language | undefined => {
  const [option, language, ...more] = options.flatMap((word) => word.split('='));
  if (option === undefined) return otherwise;
  const isAsked = option === '--language' && (language === 'zh' || language === 'en') && more.length === 0;
  return isAsked ? language : undefined;
};

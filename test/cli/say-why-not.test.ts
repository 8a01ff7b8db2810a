import { expect, test } from 'vitest';
import { sayWhyNot } from '../../src/cli/say-why-not.ts';
import { loadQuestionnaires } from '../../src/documents/questionnaires/load-questionnaires.ts';
import { changed, draftFolder, ownFile } from '../support/own-questionnaires.ts';

test('a start refused for a bad questionnaire names file, line, fault and remedy, in the terminal’s language', () => {
  const folder = draftFolder({ 'own-t1.v1.yaml': changed(ownFile, ['kind: T1', 'kind: T11']) });
  const refused = (language: 'zh' | 'en') => {
    try {
      return loadQuestionnaires(folder);
    } catch (error) {
      return sayWhyNot(error, language);
    }
  };
  expect(refused('en')).toMatch(/^Not ready to start: something is wrong with the questionnaires\.\n/);
  expect(refused('en')).toMatch(/own-t1\.v1\.yaml +4 +T11 +cannot stand here +T1, perhaps\?/);
  expect(refused('zh')).toMatch(/own-t1\.v1\.yaml +4 +T11 +这里不能这样填 +是指 T1 吗？/);
});

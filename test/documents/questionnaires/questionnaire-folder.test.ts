import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkAsked } from '../../../src/documents/questionnaires/check-asked.ts';
import { loadQuestionnaires } from '../../../src/documents/questionnaires/load-questionnaires.ts';
import { publishFolder } from '../../../src/documents/questionnaires/publish-folder.ts';
import {
  builtInFolder,
  readQuestionnaireFolder,
} from '../../../src/documents/questionnaires/questionnaire-folder.ts';
import { UnusableQuestionnaires } from '../../../src/documents/questionnaires/unusable-questionnaires.ts';
import type { QuestionedTraining } from '../../../src/domain/questionnaires/choose-questionnaire.ts';
import { questionnaireKey } from '../../../src/domain/questionnaires/questionnaire.ts';
import {
  changed,
  draftFolder,
  ownFile,
  publishedFolder,
  readGood,
} from '../../support/own-questionnaires.ts';

const classroom: QuestionedTraining = { mode: 'classroom', source: 'internal', course: 'Safety' };
const asked = (folder: string | undefined, training = classroom) =>
  questionnaireKey(loadQuestionnaires(folder).questionnaires.for('T1', training));
const refusal = (folder: string) => {
  try {
    loadQuestionnaires(folder);
  } catch (error) {
    if (error instanceof UnusableQuestionnaires) return error.problems;
    throw error;
  }
  return [];
};
/** The file for other trainings, under another id. */
const forOthers = (id: string, scope: string) =>
  changed(ownFile, ['id: own-t1', `id: ${id}`], ['for: { kind: T1, mode: classroom }', `for: { ${scope} }`]);
const second = changed(ownFile, ['version: 1', 'version: 2'], ['How deep was', 'How deep really was']);

describe('an organisation’s questionnaires', () => {
  it('are asked instead of the product’s, of the trainings they are for', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    expect(asked(folder)).toBe('own-t1.1');
    expect(asked(folder, { ...classroom, mode: 'online' })).toBe('t1.2');
    expect(asked(undefined)).toBe('t1.2');
  });

  it('are not asked before they are published, and said to be drafts', () => {
    const folder = draftFolder({ 'own-t1.v1.yaml': ownFile });
    expect(asked(folder)).toBe('t1.2');
    expect(loadQuestionnaires(folder).drafts).toEqual(['own-t1.v1.yaml']);
    expect(publishFolder(folder)).toEqual({ published: ['own-t1.v1.yaml'] });
    expect(publishFolder(folder)).toEqual({ published: [] });
    expect(asked(folder)).toBe('own-t1.1');
    expect(loadQuestionnaires(folder).drafts).toEqual([]);
  });

  it('go by their latest version; the older ones stay known', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile, 'own-t1.v2.yaml': second });
    expect(asked(folder)).toBe('own-t1.2');
    expect(loadQuestionnaires(folder).questionnaires.knows('own-t1.1')).toBe(true);
  });

  it('a published version that says something else stops the start: the next version is the way', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile, 'own-t1.v2.yaml': second });
    writeFileSync(join(folder, 'own-t1.v1.yaml'), changed(ownFile, ['How deep was', 'How shallow was']));
    expect(refusal(folder)).toEqual([
      { code: 'published-changed', file: 'own-t1.v1.yaml', line: 0, details: { next: 'own-t1.v3.yaml' } },
    ]);
    expect(publishFolder(folder)).toHaveProperty('problems');
  });

  it('a published version keeps the question whose satisfaction is the training’s', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    writeFileSync(
      join(folder, 'own-t1.v1.yaml'),
      changed(ownFile, ['asks: D5.overall', 'asks: D5.suggestions']),
    );
    expect(refusal(folder)).toMatchObject([{ code: 'published-changed', file: 'own-t1.v1.yaml' }]);
  });

  it('a list of what was published that cannot be read stops the start', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    rmSync(join(folder, 'published.yaml'));
    mkdirSync(join(folder, 'published.yaml'));
    expect(refusal(folder)).toEqual([{ code: 'lock-broken', file: 'published.yaml', line: 0 }]);
    expect(publishFolder(folder)).toHaveProperty('problems');
  });

  it('a published version may be laid out anew and get better short names', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    const tidied = changed(ownFile, ['en: Depth }', 'en: Depth of content }'], ['level: 1', 'level: 2']);
    writeFileSync(join(folder, 'own-t1.v1.yaml'), `# Tidied.\n\n${tidied}`);
    expect(refusal(folder)).toEqual([]);
  });

  it('one bad file stops the start, published or not, and says which', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    writeFileSync(join(folder, 'own-t2.v1.yaml'), forOthers('own-t2', 'kind: T9'));
    expect(refusal(folder)).toMatchObject([{ code: 'value-unknown', file: 'own-t2.v1.yaml', line: 4 }]);
  });

  it('may not take an id of the product’s own', () => {
    const folder = draftFolder({
      't1.v2.yaml': changed(ownFile, ['id: own-t1', 'id: t1'], ['version: 1', 'version: 2']),
    });
    expect(refusal(folder)).toMatchObject([{ code: 'id-reserved', file: 't1.v2.yaml' }]);
    expect(publishFolder(folder)).toHaveProperty('problems');
  });

  it('two for the same trainings are refused, and not published', () => {
    const files = {
      'own-t1.v1.yaml': ownFile,
      'other.v1.yaml': forOthers('other', 'kind: T1, source: internal'),
    };
    const outcome = publishFolder(draftFolder(files));
    expect(outcome).toMatchObject({
      problems: [
        {
          code: 'tie',
          file: 'other.v1.yaml',
          details: { other: 'own-t1.v1.yaml', kind: 'T1', mode: 'classroom', source: 'internal' },
        },
      ],
    });
  });

  it('two for the same trainings stop the start, however they came to be published', () => {
    const other = forOthers('other', 'kind: T1, mode: classroom');
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    writeFileSync(join(folder, 'other.v1.yaml'), other);
    appendFileSync(
      join(folder, 'published.yaml'),
      `other.v1.yaml: ${readGood(other, 'other.v1.yaml').digest}\n`,
    );
    expect(refusal(folder)).toMatchObject([{ code: 'tie' }]);
  });

  it('a file in another encoding is refused with the line of its first lost letter', () => {
    const folder = draftFolder({});
    const line = ownFile.split('\n').findIndex((text) => /\p{Script=Han}/u.test(text)) + 1;
    writeFileSync(join(folder, 'own-t1.v1.yaml'), iconv.encode(ownFile, 'gbk'));
    expect(readQuestionnaireFolder(folder)).toMatchObject({
      drafts: [],
      problems: [{ code: 'file-not-utf8', file: 'own-t1.v1.yaml', line }],
    });
  });

  it('a published file that is gone stops the start', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    rmSync(join(folder, 'own-t1.v1.yaml'));
    expect(refusal(folder)).toEqual([{ code: 'file-gone', file: 'own-t1.v1.yaml', line: 0 }]);
  });

  it('a folder where a file should be is said to be unreadable', () => {
    const folder = draftFolder({ 'own-t1.v1.yaml': ownFile });
    mkdirSync(join(folder, 'own-t1.v2.yaml'));
    expect(readQuestionnaireFolder(folder).problems).toEqual([
      { code: 'file-unreadable', file: 'own-t1.v2.yaml', line: 0 },
    ]);
  });

  it('a folder that is not there is said to be missing', () => {
    expect(refusal('/nowhere/at/all')).toEqual([
      { code: 'folder-unreadable', file: '/nowhere/at/all', line: 0 },
    ]);
  });

  it('a damaged record of what was published stops the start', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    appendFileSync(join(folder, 'published.yaml'), 'own-t1.v2.yaml: half a dig\n');
    const lines = readFileSync(join(folder, 'published.yaml'), 'utf8').trimEnd().split('\n').length;
    expect(refusal(folder)).toEqual([{ code: 'lock-broken', file: 'published.yaml', line: lines }]);
  });

  it('whoever reads what was published while more is being published reads the old list, whole', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    const list = join(folder, 'published.yaml');
    const before = readFileSync(list, 'utf8');
    const reading = openSync(list, 'r');
    writeFileSync(join(folder, 'own-t1.v2.yaml'), second);
    expect(publishFolder(folder)).toEqual({ published: ['own-t1.v2.yaml'] });
    expect(readFileSync(reading, 'utf8')).toBe(before);
    closeSync(reading);
    expect(readFileSync(list, 'utf8')).toContain('own-t1.v2.yaml');
  });

  it('publishing that was broken off half-way changes nothing, and is done again', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    writeFileSync(join(folder, 'published.yaml.new'), 'own-t1.v1.yaml: half a dig');
    expect(asked(folder)).toBe('own-t1.1');
    writeFileSync(join(folder, 'own-t1.v2.yaml'), second);
    expect(publishFolder(folder)).toEqual({ published: ['own-t1.v2.yaml'] });
    expect(asked(folder)).toBe('own-t1.2');
  });

  it('are listed by their names, in whatever order they were published', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    writeFileSync(join(folder, 'also.v1.yaml'), forOthers('also', 'kind: T2'));
    publishFolder(folder);
    const names = readFileSync(join(folder, 'published.yaml'), 'utf8').match(/^[\w.-]+(?=: )/gm);
    expect(names).toEqual(['also.v1.yaml', 'own-t1.v1.yaml']);
  });

  it('what rounds were asked with must be there and read the same', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    const { questionnaires } = loadQuestionnaires(folder);
    const { digest } = questionnaires.of('own-t1.1');
    const check = (questionnaire: string, kept?: string) =>
      checkAsked(questionnaires, [{ questionnaire, ...(kept === undefined ? {} : { digest: kept }) }]);
    expect(check('own-t1.1', digest)).toEqual([]);
    expect(check('t1.1')).toEqual([]);
    expect(check('own-t1.1', '0'.repeat(64))).toMatchObject([
      { code: 'asked-changed', file: 'own-t1.v1.yaml' },
    ]);
    // Gone without a trace: another folder, say.
    const left = loadQuestionnaires(draftFolder({})).questionnaires;
    expect(checkAsked(left, [{ questionnaire: 'own-t1.1', digest }])).toMatchObject([
      { code: 'asked-missing', file: 'own-t1.v1.yaml' },
    ]);
  });
});

describe('the product’s questionnaires', () => {
  it('are all published, and none has changed since: to change one, make version N + 1 instead', () => {
    const { problems, drafts } = readQuestionnaireFolder(builtInFolder);
    expect(problems).toEqual([]);
    expect(drafts.map(questionnaireKey)).toEqual([]);
  });
});

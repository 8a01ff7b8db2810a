import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runQuestionnaires } from '../../../src/cli/questionnaires/run-questionnaires.ts';
import type { Language } from '../../../src/domain/kernel/text.ts';
import { changed, draftFolder, ownFile, publishedFolder } from '../../support/own-questionnaires.ts';

const run = (argv: readonly string[], ownFolder?: string, language: Language = 'en') => {
  const printed: string[] = [];
  const proofs = mkdtempSync(join(tmpdir(), 'proofs-'));
  const code = runQuestionnaires(argv, {
    ownFolder,
    proofs,
    language,
    print: (line) => void printed.push(line),
    say: (text) => void printed.push(text[language]),
  });
  return { code, text: printed.join('\n'), proofs };
};
const withSlips = changed(
  ownFile,
  ['kind: T1', 'kind: T11'],
  [', en: How deep was the content?', ''],
  ['shortName: { zh: 机会', 'shortname: { zh: 机会'],
);

describe('npm run questionnaires', () => {
  it('lists what is there: for which visit, how long, for which trainings, and whether it is asked', () => {
    const second = changed(ownFile, ['version: 1', 'version: 2']);
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile, 'own-t1.v2.yaml': second });
    const { code, text } = run([], folder);
    expect(code).toBe(0);
    expect(text).toMatchInlineSnapshot(`
      "File            Stage  Questions  Minutes  For             State
      ──────────────  ─────  ─────────  ───────  ──────────────  ──────────────────
      t1.v1.yaml      T1     18         3        every training  an earlier version
      t1.v2.yaml      T1     26         4        every training  asked
      t2.v1.yaml      T2     15         3        every training  an earlier version
      t2.v2.yaml      T2     19         4        every training  asked
      own-t1.v1.yaml  T1     10         2        classroom       an earlier version
      own-t1.v2.yaml  T1     10         2        classroom       asked"
    `);
  });

  it('says of a built-in one that it is replaced where yours goes before it for every training', () => {
    const line = (text: string, file: string) => text.split('\n').find((one) => one.startsWith(file)) ?? '';
    const everywhere = changed(ownFile, [', mode: classroom }', ' }']);
    const { text } = run([], publishedFolder({ 'own-t1.v1.yaml': everywhere }));
    expect(line(text, 't1.v2.yaml')).toMatch(/replaced by your own$/);
    expect(line(text, 't2.v2.yaml')).toMatch(/ asked$/);
    expect(line(text, 'own-t1.v1.yaml')).toMatch(/every training +asked$/);
  });

  it('checks: file, line, what stands there, what is wrong, what would be right', () => {
    const folder = draftFolder({ 'own-t1.v1.yaml': withSlips });
    const { code, text } = run(['check', folder]);
    expect(code).toBe(1);
    expect(text).toMatchInlineSnapshot(`
      "File            Line  Content  What is wrong               What would be right
      ──────────────  ────  ───────  ──────────────────────────  ───────────────────
      own-t1.v1.yaml  4     T11      cannot stand here           T1, perhaps?
      own-t1.v1.yaml  28             the English is missing      both zh and en
      own-t1.v1.yaml  36             there is no shortname here  shortName, perhaps?

      3 problems."
    `);
    expect(run(['check', folder], undefined, 'zh').text).toMatchInlineSnapshot(`
      "文件            行  内容  哪里不对                   应该怎样
      ──────────────  ──  ────  ─────────────────────────  ───────────────────
      own-t1.v1.yaml  4   T11   这里不能这样填             是指 T1 吗？
      own-t1.v1.yaml  28        缺少英文                   zh 和 en 都要写
      own-t1.v1.yaml  36        这里没有 shortname 这一项  是指 shortName 吗？

      共 3 处问题。"
    `);
  });

  it('checks the product’s and the organisation’s without being told which; drafts are named', () => {
    expect(run(['check']).text).toBe('4 questionnaires, nothing wrong.');
    const { code, text } = run(['check'], draftFolder({ 'own-t1.v1.yaml': ownFile }));
    expect(code).toBe(0);
    expect(text).toContain('5 questionnaires, nothing wrong.');
    expect(text).toContain('Not published yet: own-t1.v1.yaml.');
  });

  it('checks drafts against what is published as if they were', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    appendFileSync(join(folder, 'other.v1.yaml'), changed(ownFile, ['id: own-t1', 'id: other']));
    expect(run(['check', folder])).toMatchObject({ code: 1 });
    expect(run(['check', folder]).text).toContain('is for the same trainings as other.v1.yaml');
  });

  it('publishes what is good, and nothing at all where something is not', () => {
    const folder = draftFolder({ 'own-t1.v1.yaml': ownFile });
    expect(run(['publish'], folder).text).toContain('Published: own-t1.v1.yaml.');
    expect(readFileSync(join(folder, 'published.yaml'), 'utf8')).toMatch(/^own-t1\.v1\.yaml: [0-9a-f]{64}$/m);
    expect(run(['publish', folder]).text).toBe('Nothing to publish: everything is.');
    const bad = draftFolder({ 'own-t1.v1.yaml': ownFile, 'own-t2.v1.yaml': withSlips });
    expect(run(['publish', bad])).toMatchObject({ code: 1 });
    expect(existsSync(join(bad, 'published.yaml'))).toBe(false);
    expect(run(['publish'])).toMatchObject({ code: 2 });
  });

  it('shows a proof: the text here, a page at phone width in a file, in the language asked for', () => {
    const file = join(publishedFolder({ 'own-t1.v1.yaml': ownFile }), 'own-t1.v1.yaml');
    const { code, text, proofs } = run(['preview', file]);
    expect(code).toBe(0);
    expect(text).toContain('2 / 6');
    expect(text).toContain('What about the methods?');
    const page = readFileSync(join(proofs, 'own-t1.v1.en.html'), 'utf8');
    expect(page).toContain('max-width: 360px');
    const chinese = run(['preview', file, '--language', 'zh']);
    expect(chinese.text).toContain('教学方法如何？');
    expect(readFileSync(join(chinese.proofs, 'own-t1.v1.zh.html'), 'utf8')).toContain('lang="zh-CN"');
    const slips = join(draftFolder({ 'own-t1.v1.yaml': withSlips }), 'own-t1.v1.yaml');
    expect(run(['preview', slips])).toMatchObject({ code: 1 });
    expect(run(['preview', '/nowhere.yaml'])).toMatchObject({ code: 2 });
  });

  it('shows a proof of what the list names, by that name, wherever it lies', () => {
    const folder = publishedFolder({ 'own-t1.v1.yaml': ownFile });
    expect(run(['preview', 't1.v1.yaml'], folder).text).toContain('How useful is the content');
    expect(run(['preview', 'own-t1.v1.yaml'], folder).text).toContain('What about the methods?');
    expect(run(['preview', 't2.v1'])).toMatchObject({ code: 0 });
    expect(run(['preview', 'own-t1.v1.yaml'])).toMatchObject({ code: 2 });
    expect(run(['preview', '../package.json'], folder)).toMatchObject({ code: 2 });
  });

  it.each([['bogus'], ['check', 'a', 'b'], ['preview'], ['preview', 'a.yaml', '--language', 'fr']])(
    'explains itself when called wrongly: %s %s %s %s',
    (...argv) => {
      const { code, text } = run(argv.filter((word) => word !== undefined));
      expect(code).toBe(2);
      expect(text).toContain('npm run questionnaires -- check [FOLDER]');
    },
  );
});

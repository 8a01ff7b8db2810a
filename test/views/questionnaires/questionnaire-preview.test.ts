import { describe, expect, it } from 'vitest';
import { previewPage } from '../../../src/documents/questionnaires/preview-page.ts';
import { questionnairePreview } from '../../../src/views/questionnaires/questionnaire-preview.ts';
import { changed, own, ownFile, readGood } from '../../support/own-questionnaires.ts';
import { t1 } from '../../support/questionnaires.ts';

describe('a proof of a questionnaire', () => {
  const preview = questionnairePreview(own, 'en');
  const notes = (wording: string) =>
    preview.pages.flatMap(({ questions }) => questions).find((one) => one.wording === wording)?.notes;

  it('says whom each question is asked of and what becomes of the answer', () => {
    expect(notes('How deep was the content?')).toEqual([]);
    expect(notes('How good were the methods?')).toEqual(['asked about each instructor']);
    expect(notes('What about the methods?')).toEqual([
      'several may be chosen',
      'asked about each instructor',
      'only if “Methods” is Poor / Fair / Average',
    ]);
    expect(notes('How many times?')).toEqual(['only if “Occasion” is There was']);
    expect(notes('What was too deep?')).toContain('only if “Depth” is Rather deep / Far too deep');
    expect(notes('By when?')).toEqual(['optional', 'shown to the person alone, never counted']);
    expect(questionnairePreview(t1, 'en').pages[6]?.questions[1]?.notes).toEqual([
      'classroom and mixed trainings only',
    ]);
  });

  it('shows every answer that can be chosen, "not applicable" last', () => {
    const [page] = preview.pages;
    expect(page?.questions[2]?.answers).toEqual([
      'Poor',
      'Fair',
      'Average',
      'Good',
      'Very good',
      'Nobody asked',
    ]);
  });

  it('shows the opening that a page’s questions share', () => {
    const stem = readGood(
      changed(ownFile, [
        'title: { zh: 内容, en: Content }',
        'title: { zh: 内容, en: Content }\n    stem: { zh: 请, en: Please }',
      ]),
    );
    expect(questionnairePreview(stem, 'en').pages[0]?.lead).toBe('Please');
  });

  it('as a page holds what was written as text, never as markup', () => {
    const hostile = readGood(
      changed(ownFile, ['How deep was the content?', '<script>alert(1)</script> & "so"']),
    );
    const page = previewPage(questionnairePreview(hostile, 'en'), 'en');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;');
  });
});

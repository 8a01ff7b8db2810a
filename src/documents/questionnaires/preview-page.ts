import type { Language } from '../../domain/kernel/text.ts';
import type {
  PreviewQuestion,
  QuestionnairePreview,
} from '../../views/questionnaires/questionnaire-preview.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');

/** As wide as a card in Teams on a phone. */
const style = `
  body { background: #f3f2f1; font: 15px/1.5 "Segoe UI", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 0; }
  main { margin: 0 auto; max-width: 360px; padding: 12px; }
  section { background: #fff; border-radius: 8px; margin: 12px 0; padding: 12px 14px; }
  h1 { font-size: 20px; margin: 8px 0; } h2 { color: #4f52b2; font-size: 17px; margin: 4px 0; }
  .subtle { color: #616161; font-size: 13px; } fieldset { border: 0; margin: 14px 0 0; padding: 0; }
  legend { font-weight: 600; padding: 0; } label { display: block; padding: 3px 0; }
  textarea { box-sizing: border-box; width: 100%; } .note { color: #8a3707; font-size: 13px; }`;

/** A questionnaire as a page of its own, phone-narrow, for proofreading: nothing in it is sent anywhere. */
export const previewPage = (preview: QuestionnairePreview, language: Language): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(preview.title)}</title>
<style>${style}
</style>
<main>
<h1>${escaped(preview.title)}</h1>
<p>${escaped(preview.intro)}</p>
<p class="subtle">${escaped(preview.scope)}<br>${escaped(preview.summary)}</p>
${preview.pages
  .map(
    ({ title, lead, questions }, index) => `<section>
<p class="subtle">${index + 1} / ${preview.pages.length}</p>
<h2>${escaped(title)}</h2>
${lead === '' ? '' : `<p>${escaped(lead)}</p>\n`}${questions.map((question, at) => asked(question, `q${index}-${at}`)).join('\n')}
</section>`,
  )
  .join('\n')}
</main>
</html>
`;

const asked = ({ wording, answeredBy, answers, notes }: PreviewQuestion, name: string): string => {
  const type = answeredBy === 'several' ? 'checkbox' : 'radio';
  const inputs =
    answeredBy === 'words'
      ? '<textarea rows="3"></textarea>'
      : answers
          .map((answer) => `<label><input type="${type}" name="${name}"> ${escaped(answer)}</label>`)
          .join('\n');
  const remarks = notes.length === 0 ? '' : `<div class="note">${escaped(notes.join(' · '))}</div>\n`;
  return `<fieldset><legend>${escaped(wording)}</legend>\n${remarks}${inputs}</fieldset>`;
};

import type { ImportSummary } from '../domain/imports/import-summary.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { ChangeCounts } from '../domain/trainings/change-counts.ts';

const counts = (name: Text, { new: fresh, changed, unchanged }: ChangeCounts): Text => ({
  zh: `${name.zh}：新增 ${fresh}，更新 ${changed}，未变 ${unchanged}`,
  en: `${name.en}: ${fresh} new, ${changed} changed, ${unchanged} as before`,
});

/** What an import did, line by line. */
export const importSummaryText = (summary: ImportSummary): readonly Text[] => [
  {
    zh: `已导入 ${summary.fileName}（${summary.rows} 行）。`,
    en: `Imported ${summary.fileName} (${summary.rows} line${summary.rows === 1 ? '' : 's'}).`,
  },
  ...(summary.resumedFrom === 0
    ? []
    : [
        {
          zh: `上次中断在第 ${summary.resumedFrom} 条之后，这次从那里继续；下面是这次的数目。`,
          en: `It was interrupted after ${summary.resumedFrom} and went on from there; the figures are this time’s.`,
        },
      ]),
  counts({ zh: '培训', en: 'Trainings' }, summary.trainings),
  counts({ zh: '学员', en: 'Participants' }, summary.participants),
  ...(summary.failed.length === 0 ? [] : [notBroughtIn(summary.failed)]),
];

/** Said before the outlook of another file. */
export const brokenOffFinished = (fileNames: readonly string[]): Text => ({
  zh: `先完成了上次中断的导入：${fileNames.join('、')}。`,
  en: `An import that had been broken off was finished first: ${fileNames.join(', ')}.`,
});

/** So many are named: more would push the rest off the screen. */
const mostNamed = 10;

const notBroughtIn = (codes: readonly string[]): Text => {
  const rest = codes.length - mostNamed;
  const named = codes.slice(0, mostNamed);
  return {
    zh: `有 ${codes.length} 个培训没能导入：${named.join('、')}${rest > 0 ? ` 等` : ''}。其他培训都已导入。原因见日志；下次启动时会自动再试，也可以把同一个文件再导入一次。`,
    en: `${codes.length} training${codes.length === 1 ? '' : 's'} could not be brought in: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. All others are in. The log says why; it is tried again at the next start, or when you import the same file again.`,
  };
};

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
];

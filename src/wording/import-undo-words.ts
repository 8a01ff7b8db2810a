import type { Text } from '../domain/kernel/text.ts';
import type { AlreadyOut, UndoOutcome } from '../domain/sequels/undo-import.ts';

/** So many trainings are named; the rest is counted. */
const mostNamed = 8;

/** What came of taking the last import back, line by line. */
export const importUndoText = (outcome: UndoOutcome): readonly Text[] => {
  switch (outcome.kind) {
    case 'none':
      return [{ zh: '还没有导入过花名册。', en: 'No roster has been imported yet.' }];
    case 'undone-before':
      return [
        {
          zh: `最近一次导入（${outcome.fileName}）已经撤销过了，没有再改动任何内容。`,
          en: `The last import (${outcome.fileName}) was taken back already. Nothing else was changed.`,
        },
      ];
    case 'not-traced':
      return [
        {
          zh: `最近一次导入（${outcome.fileName}）是旧版程序开始的，没有留下原来的内容，不能撤销。请改正文件后再导入一次。`,
          en: `The last import (${outcome.fileName}) was begun by an earlier version, which did not keep how things were: it cannot be taken back. Please correct the file and import it again.`,
        },
      ];
    case 'already-out':
      return [
        {
          zh: `最近一次导入（${outcome.fileName}）不能撤销：已经有人收到消息或开始填写。什么都没有改动；请改正文件后再导入一次，不该参加的人标为“退出”。`,
          en: `The last import (${outcome.fileName}) cannot be taken back: people have had messages or begun to answer. Nothing was changed. Please correct the file and import it again, and mark whoever does not belong as withdrawn.`,
        },
        ...outLines(outcome.out),
      ];
    case 'undone':
      return [
        {
          zh: `已撤销导入 ${outcome.fileName}：删除了它新建的 ${outcome.gone} 个培训，恢复了它改动的 ${outcome.restored} 个培训。`,
          en: `The import of ${outcome.fileName} is taken back. New trainings that are gone: ${outcome.gone}. Changed trainings that are as before: ${outcome.restored}.`,
        },
        ...(outcome.kept.length === 0
          ? []
          : [
              {
                zh: '以下培训保留不变，因为撤销途中已经有人收到消息或开始填写：',
                en: 'These trainings stay, as people had messages or began to answer in between:',
              },
              ...outLines(outcome.kept),
            ]),
      ];
  }
};

const outLines = (out: readonly AlreadyOut[]): readonly Text[] => [
  ...out.slice(0, mostNamed).map(
    ({ training, sent, begun }): Text => ({
      zh: `  ${training}：已发出 ${sent} 条消息，${begun} 人已开始填写`,
      en: `  ${training}: messages sent: ${sent}, people who have begun: ${begun}`,
    }),
  ),
  ...(out.length > mostNamed
    ? [{ zh: `  ……另有 ${out.length - mostNamed} 个`, en: `  … and ${out.length - mostNamed} more` }]
    : []),
];

import type { Text } from '../domain/kernel/text.ts';

/** What the backup and export programs say. */
export const howToBackUp: Text = {
  zh: '用法：npm run db:backup -- 目标文件夹',
  en: 'Usage: npm run db:backup -- FOLDER',
};
export const howToExport: Text = {
  zh: '用法：npm run db:export -- mongodb://…',
  en: 'Usage: npm run db:export -- mongodb://…',
};
export const backedUp = (documents: number, folder: string): Text => ({
  zh: `备份完成：${documents} 条记录，已核对，在 ${folder}。恢复时，先停止机器人，再用这份文件替换数据库文件夹里的同名文件。`,
  en: `Backed up: ${documents} records, checked, in ${folder}. To restore, stop the bot and put this file in the place of the one of the same name in the database folder.`,
});
export const noDatabaseHere = (folder: string): Text => ({
  zh: `${folder} 里没有数据库。请检查 DATA_FOLDER。`,
  en: `There is no database in ${folder}. Please check DATA_FOLDER.`,
});
export const targetTaken = (folder: string): Text => ({
  zh: `${folder} 里已有一个数据库，没有改动它。请换一个文件夹。`,
  en: `${folder} already holds a database, which was left as it is. Please choose another folder.`,
});
export const copyDamaged: Text = {
  zh: '核对备份时发现损坏，这份备份不可用。请检查磁盘后重试。',
  en: 'The copy turned out damaged when checked and must not be used. Please check the disk and try again.',
};
export const exportOccupied = (collection: string): Text => ({
  zh: `目标数据库的 ${collection} 里已有数据，什么都没有写入。请换一个空的数据库。`,
  en: `${collection} of the target already holds data; nothing was written. Please choose an empty database.`,
});
export const exportedCollection = (name: string, documents: number, same: boolean): Text => ({
  zh: `${same ? '一致' : '不一致'}  ${name}  ${documents} 条`,
  en: `${same ? 'same' : 'DIFFERS'}  ${name}  ${documents} records`,
});
export const exported: Text = {
  zh: '全部已复制，数量、内容和索引都已核对一致。现在请停止机器人，在 .env 里填上 MONGODB_URI，再启动；复制之后写入的内容不在其中。',
  en: 'Everything was copied; counts, contents and indexes agree. Now stop the bot, set MONGODB_URI in .env and start again; what was written after the copy began is not in it.',
};
export const exportDiffers: Text = {
  zh: '有内容不一致，请不要使用目标数据库。请清空它后重试。',
  en: 'Some of it differs: do not use the target. Empty it and try again.',
};
export const copyFailed = (reason: string): Text => ({
  zh: `没有完成：${reason}`,
  en: `Not finished: ${reason}`,
});

import type { Text } from '../domain/kernel/text.ts';

/** What the command-line programs say when they start, or refuse to. */
export const cannotStart: Text = {
  zh: '还不能启动，请在 .env 里补上或改正这些变量（每个变量的说明见 .env.example）：',
  en: 'Not ready to start. Please set or correct these variables in .env (.env.example says a line about each):',
};
export const ready = (url: string): Text => ({
  zh: `已启动：${url}/api/messages`,
  en: `Running: ${url}/api/messages`,
});
export const portTaken = (port: number): Text => ({
  zh: `端口 ${port} 已被别的程序占用。请先停掉它，或换一个端口。`,
  en: `Port ${port} is taken by another program. Stop that one first, or choose another port.`,
});
export const wrongSecret: Text = {
  zh: 'ANSWER_SECRET 与这个数据库建立时用的不同。请换回原来的；换了它，已有的答卷就再也对不上了。',
  en: 'ANSWER_SECRET is not the one this database was begun with. Please put the old one back: with another, the answers kept so far no longer match.',
};
export const databaseAway = (reason: string): Text => ({
  zh: `数据库打不开（MONGODB_URI）：${reason}`,
  en: `The database cannot be opened (MONGODB_URI): ${reason}`,
});
export const databaseGone: Text = {
  zh: '数据库中途断开了（也许是提供它的程序刚刚结束）。已完成的部分都在，请再运行一次，会接着做完。',
  en: 'The database went away half-way (perhaps the program that served it has just ended). What was done is kept: run this again and it goes on.',
};
export const laterDatabase = (database: number, program: number): Text => ({
  zh: `这个数据库已由更新的程序升级到版本 ${database}，本程序只到版本 ${program}，不能用它。请安装并启动新版程序；若要退回旧版，请先恢复升级前的备份。数据没有改动。`,
  en: `A newer program has brought this database to version ${database}; this program knows versions up to ${program} and must not work on it. Please install and start the newer program; to go back to the older one, first restore the backup made before the upgrade. Nothing was changed.`,
});
export const damagedDatabase: Text = {
  zh: '数据库里记录自身版本的那一条（集合 schema）已损坏，无法判断数据是哪个版本的，所以本程序不能用它。请恢复最近一次备份；若是有人手工改过这一条，改回原来的内容即可。数据没有改动。',
  en: 'The record in which the database keeps its own version (collection schema) is damaged. What version the data are of can no longer be told, so this program must not work on them. Please restore the last backup; if somebody edited that record, it is enough to put back what stood there. Nothing was changed.',
};
export const becameTooOld = (database: number, program: number): Text => ({
  zh: `更新的程序已把数据库升级到版本 ${database}。本程序（版本 ${program}）已太旧，现在停止；没做完的事，新版程序会接着做。请启动新版程序。`,
  en: `A newer program has brought the database to version ${database}. This program (version ${program}) is too old for it and stops; what is half done the newer one takes up. Please start the newer one.`,
});
export const localMode: Text = {
  zh: '本地模式：不检查身份，只接受本机连接。密钥和数据放在同一个目录里。请勿用于正式环境。',
  en: 'Local mode: nobody is asked who they are, only this machine is let in, and the secret lies beside the data. Not for real use.',
};

import type { Language, Text } from '../domain/kernel/text.ts';

/** What `npm run questionnaires` says. */
export const howToUse: Text = {
  zh: `用法：
  npm run questionnaires                                  列出问卷
  npm run questionnaires -- check [目录]                  检查问卷文件
  npm run questionnaires -- preview 文件 [--language zh|en]  看校样，文件名同列表
  npm run questionnaires -- publish [目录]                发布：下次启动后开始使用，从此不再改动`,
  en: `Usage:
  npm run questionnaires                                     lists the questionnaires
  npm run questionnaires -- check [FOLDER]                   checks the files
  npm run questionnaires -- preview FILE [--language zh|en]  shows a proof of a file, by its name in the list
  npm run questionnaires -- publish [FOLDER]                 publishes: asked from the next start on, never changed again`,
};

export const listHeads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['文件', '回访', '题数', '分钟', '适用于', '状态'],
  en: ['File', 'Stage', 'Questions', 'Minutes', 'For', 'State'],
};

export const states = {
  asked: { zh: '使用中', en: 'asked' },
  replaced: { zh: '由您自己的问卷代替', en: 'replaced by your own' },
  earlier: { zh: '旧版本', en: 'an earlier version' },
  draft: { zh: '未发布，还不使用', en: 'not published, not asked yet' },
} satisfies Readonly<Record<string, Text>>;

export const problemHeads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['文件', '行', '内容', '哪里不对', '应该怎样'],
  en: ['File', 'Line', 'Content', 'What is wrong', 'What would be right'],
};

export const wholeFile: Text = { zh: '整个文件', en: 'file' };

export const problemsFound = (count: number): Text => ({
  zh: `共 ${count} 处问题。`,
  en: count === 1 ? 'One problem.' : `${count} problems.`,
});

export const allGood = (files: number): Text => ({
  zh: `${files} 份问卷都没有问题。`,
  en: files === 1 ? 'One questionnaire, nothing wrong.' : `${files} questionnaires, nothing wrong.`,
});

/** `folder`: where the files lie. */
export const draftsLeft = (folder: string, files: readonly string[]): Text => ({
  zh: `还没有发布：${files.join('、')}。校对好以后运行 npm run questionnaires -- publish ${folder}。`,
  en: `Not published yet: ${files.join(', ')}. Once proofread: npm run questionnaires -- publish ${folder}`,
});

export const publishedFiles = (files: readonly string[]): Text =>
  files.length === 0
    ? { zh: '没有要发布的：所有问卷都已发布。', en: 'Nothing to publish: everything is.' }
    : {
        zh: `已发布：${files.join('、')}。重新启动后，新开始的回访就会使用。`,
        en: `Published: ${files.join(', ')}. Start the product again, and follow-ups that begin from then on ask it.`,
      };

export const nothingPublished: Text = { zh: '没有发布任何内容。', en: 'Nothing was published.' };

export const noFolder: Text = {
  zh: '请写明目录，或在 .env 里设置 QUESTIONNAIRES_FOLDER。',
  en: 'Name a folder, or set QUESTIONNAIRES_FOLDER in .env.',
};

export const previewWritten = (path: string): Text => ({
  zh: `手机宽度的校样已写入 ${path}，用浏览器打开。`,
  en: `A proof at phone width is in ${path}: open it in a browser.`,
});

/** Said when the product does not start. */
export const questionnairesUnusable: Text = {
  zh: '还不能启动：问卷有问题。',
  en: 'Not ready to start: something is wrong with the questionnaires.',
};

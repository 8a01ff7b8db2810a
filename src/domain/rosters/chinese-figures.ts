const figures = '〇一二三四五六七八九';
const written = /[〇○零一二两三四五六七八九十]{1,5}(?=[年月日号號时時点點分])/gu;

/** 二十八 or 二〇二六 in figures. */
const inFigures = (text: string): string => {
  const plain = text.replace(/[○零]/gu, '〇').replace('两', '二');
  const [tens = '', ones, ...more] = plain.split('十');
  const digits = (part: string): string => [...part].map((sign) => figures.indexOf(sign)).join('');
  if (more.length > 0) return text;
  if (ones === undefined) return digits(tens);
  return `${digits(tens) || 1}${digits(ones) || 0}`;
};

/**
 * A date as it is compared: full-width and Chinese figures as ordinary ones, every dash a hyphen, Korean signs as Chinese
 * ones, without the apostrophe that keeps a spreadsheet from touching it.
 */
export const plainDate = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/〜/gu, '~')
    .replace(/[年년]/gu, '年')
    .replace(/[月월]/gu, '月')
    .replace(/[日일]/gu, '日')
    .replace(/^['’]/u, '')
    .replace(written, inFigures);

import type { RosterProblemCode } from '../domain/rosters/roster-problem.ts';

/** What a file is by its first bytes: a workbook, or something that is no roster. */
const marks: readonly (readonly [string, RosterProblemCode | 'workbook'])[] = [
  ['504b0304', 'workbook'],
  // An archive with nothing in it.
  ['504b0506', 'workbook-not-readable'],
  // Excel 97 to 2003; newer workbooks with a password are in the same wrapping.
  ['d0cf11e0', 'file-is-workbook'],
  ['89504e47', 'file-is-picture'],
  ['ffd8ff', 'file-is-picture'],
  ['47494638', 'file-is-picture'],
  ['49492a00', 'file-is-picture'],
  ['4d4d002a', 'file-is-picture'],
];

/** A web page, or a spreadsheet saved as one: many systems name it `.xls`. */
const webPage =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|\?xml)[\s>]/iu;

/** Formats that say what they are a little further in: WebP, and the pictures of telephones. */
const furtherIn = /^(?:RIFF....WEBP|....ftyp(?:hei|hev|mif|msf|avi))/su;
const pdf = /^\s*%PDF-/u;
const data = /^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/u;

/** LibreOffice’s, Word’s, PowerPoint’s and Apple’s documents are archives as well. */
const isOtherDocument = (bytes: Uint8Array): boolean => {
  const all = Buffer.from(bytes);
  return [
    'mimetypeapplication/vnd.oasis',
    'word/document.xml',
    'ppt/presentation.xml',
    'Index/Document.iwa',
  ].some((name) => all.includes(name));
};

/** Undefined where it may be text. */
export const tellFileKind = (bytes: Uint8Array): RosterProblemCode | 'workbook' | undefined => {
  const start = Buffer.from(bytes.subarray(0, 1000));
  const mark = marks.find(([hex]) => start.toString('hex').startsWith(hex));
  if (mark?.[1] === 'workbook' && isOtherDocument(bytes)) return 'file-is-document';
  if (mark !== undefined) return mark[1];
  const letters = start.toString('latin1');
  if (furtherIn.test(letters)) return 'file-is-picture';
  if (pdf.test(letters)) return 'file-is-pdf';
  const wide = start[0] === 0xff && start[1] === 0xfe;
  const text = start.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/u, '');
  if (data.test(text)) return 'file-is-data';
  return webPage.test(text) ? 'file-is-web-page' : undefined;
};

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readRosterFile } from '../../src/documents/roster-file.ts';

const chinese = '培训编号,姓名,部门\nSALES-26,李伟,销售部\nSALES-26,㐀𠀀镕,研发部\n';
const table = {
  headingLine: 1,
  headings: ['培训编号', '姓名', '部门'],
  rows: [
    { line: 2, cells: ['SALES-26', '李伟', '销售部'] },
    { line: 3, cells: ['SALES-26', '㐀𠀀镕', '研发部'] },
  ],
};
const read = (text: string) => readRosterFile(Buffer.from(text));

describe('a file means the same in every encoding a spreadsheet saves', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(chinese)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${chinese}`)],
    ['GB18030 as Excel in Chinese saves CSV', iconv.encode(chinese, 'gb18030')],
    [
      'UTF-16 with tabs as Excel saves Unicode text',
      iconv.encode(chinese.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }),
    ],
    ['UTF-16, big end first', iconv.encode(chinese, 'utf-16be', { addBOM: true })],
    ['semicolons', Buffer.from(chinese.replaceAll(',', ';'))],
    ['Windows line ends', Buffer.from(chinese.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(chinese.replaceAll('\n', '\r'))],
  ])('%s', async (_, bytes) => {
    expect(await readRosterFile(bytes)).toEqual({ table });
  });

  test('GB18030 written by hand, byte for byte', async () => {
    // 姓名 = D0 D5 C3 FB, 李伟 = C0 EE CE B0, 㐀 (four bytes) = 81 39 EE 39
    const bytes = Buffer.from('d0d5c3fb0ac0eeceb08139ee390a', 'hex');
    expect(await readRosterFile(bytes)).toEqual({
      table: { headingLine: 1, headings: ['姓名'], rows: [{ line: 2, cells: ['李伟㐀'] }] },
    });
  });
});

test('lines are counted as an editor counts them: blank lines and cells of several lines too', async () => {
  expect(await read('\na,b\n1,"x\ny"\n\n,\n3,4')).toEqual({
    table: {
      headingLine: 2,
      headings: ['a', 'b'],
      rows: [
        { line: 3, cells: ['1', 'x\ny'] },
        { line: 7, cells: ['3', '4'] },
      ],
    },
  });
});

describe('what is no roster is refused by name', () => {
  test.each<[string, Buffer, object]>([
    ['nothing at all', Buffer.alloc(0), { code: 'file-empty', line: 0 }],
    ['spaces and blank lines', Buffer.from('\ufeff \n\n'), { code: 'file-empty', line: 0 }],
    [
      'a workbook cut off',
      Buffer.from('504b030414000600', 'hex'),
      { code: 'workbook-not-readable', line: 0 },
    ],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { code: 'file-is-workbook', line: 0 }],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      { code: 'file-is-picture', line: 0 },
    ],
    [
      'UTF-8 with a broken letter, which GB18030 would read as other names',
      Buffer.concat([Buffer.from(chinese), Buffer.from([0xe6, 0x9d])]),
      { code: 'file-not-text', line: 0 },
    ],
    ['6 MB and more', Buffer.alloc(6 * 1024 * 1024 + 1, 0x61), { code: 'file-too-large', line: 0 }],
    ['a PDF behind a blank', Buffer.from(' \n%PDF-1.7'), { code: 'file-is-pdf', line: 0 }],
    ['WebP', Buffer.from('RIFF....WEBPVP8 '), { code: 'file-is-picture', line: 0 }],
    ['a telephone’s picture', Buffer.from('\0\0\0\x18ftypheic'), { code: 'file-is-picture', line: 0 }],
    ['an empty archive', Buffer.from('504b0506', 'hex'), { code: 'workbook-not-readable', line: 0 }],
    ['JSON', Buffer.from('[ {"name": 1}]'), { code: 'file-is-data', line: 0 }],
    ['a quote left open', Buffer.from('a,b\n1,2\n\n3,"x\n5,6\n'), { code: 'quote-not-closed', line: 4 }],
    ['a quote inside a word', Buffer.from('a,b\n1,2\n3,x"y"\n'), { code: 'quote-misplaced', line: 3 }],
    ['101 columns', Buffer.from(`${'a,'.repeat(101)}\n`), { code: 'too-many-columns', line: 1 }],
  ])('%s', async (_, bytes, problem) => {
    expect(await readRosterFile(bytes)).toMatchObject({ problem });
  });
});

describe('what divides the cells is told', () => {
  const heads = ['姓名', '邮箱', '部门'];
  test.each<[string, string]>([
    ['said on a first line', `sep=|\n${heads.join('|')}`],
    ['said in quotes', `"sep=#"\n${heads.join('#')}`],
    ['Chinese commas', `名单, 8月\n${heads.join('，')}`],
    ['semicolons below a title with commas', `a, b, c, d, e\n${heads.join(';')}`],
    ['commas, a space and quotes', `x\n"姓名", "邮箱", "部门"`],
    ['tabs, the first cell empty', `x\n\t${heads.join('\t')}`],
  ])('%s', async (_, text) => {
    const file = await read(text);
    const { headings, headingLine } = 'table' in file ? file.table : { headings: [], headingLine: 0 };
    expect({ headings: headings.filter((heading) => heading !== ''), headingLine }).toEqual({
      headings: heads,
      headingLine: 2,
    });
    expect(headings[0] === '').toBe(text.includes('\n\t'));
  });
});

const cell = fc
  .stringMatching(/^[a-z0-9李伟销售𠀀,;"\n\t =]{0,8}$/u)
  .filter((text) => !text.includes('\ufeff'));
const records = fc
  .array(fc.tuple(cell, cell, cell), { maxLength: 6 })
  .map((rows) => rows.map((row) => row.with(0, `n${row[0]}`)));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('printing a table and reading it gives the table, whatever the separator and encoding', async () => {
  await fc.assert(
    fc.asyncProperty(
      records,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('utf-8', 'gb18030'),
      async (rows, mark, code) => {
        const lines = [['姓名', '部门', '其他'], ...rows].map((row) => row.map(quoted).join(mark));
        const result = await readRosterFile(iconv.encode(lines.join('\n'), code));
        expect(result).toMatchObject({ table: { headings: ['姓名', '部门', '其他'] } });
        expect('table' in result && result.table.rows.map((row) => row.cells)).toEqual(rows);
      },
    ),
  );
});

test('no bytes make it throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const result = await readRosterFile(bytes);
      expect('table' in result || 'problem' in result).toBe(true);
    }),
  );
});

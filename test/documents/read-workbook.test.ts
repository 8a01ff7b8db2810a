import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../src/documents/roster-file.ts';

const roster = [
  ['姓名', '部门', '开始日期', '退出'],
  ['李伟', '销售部', new Date(Date.UTC(2026, 7, 28)), true],
  ['Jörg Müller', 'R&D <1>', new Date(Date.UTC(2026, 7, 28, 9, 30)), null],
];
type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
const workbook = (...sheets: Sheets) => writeXlsx({ sheets });
/** The workbook with one of its parts changed. */
const changed = (bytes: Uint8Array, part: string, change: (xml: string) => string) => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
};
const cellsOf = async (bytes: Uint8Array) => {
  const read = await readRosterFile(bytes);
  return 'table' in read ? read.table.rows.map(({ cells }) => cells) : read;
};

describe('a workbook', () => {
  it('means what it shows: dates as dates without a zone, lines as Excel counts them', async () => {
    expect(await readRosterFile(await workbook({ name: 'A', rows: [[], ...roster] }))).toEqual({
      table: {
        headingLine: 2,
        headings: ['姓名', '部门', '开始日期', '退出'],
        rows: [
          { line: 3, cells: ['李伟', '销售部', '2026-08-28', 'true'] },
          { line: 4, cells: ['Jörg Müller', 'R&D <1>', '2026-08-28 09:30'] },
        ],
      },
    });
  });

  it('has no formula run: the result that was saved is read', async () => {
    const plain = await workbook({
      name: 'A',
      rows: [
        ['name', 'department'],
        ['Ann', 7],
      ],
    });
    const bytes = changed(plain, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<v>7</v>', '<f>1+1</f><v>7</v>'),
    );
    expect(await cellsOf(bytes)).toEqual([['Ann', '7']]);
  });

  it('says on each line what is merged over several, and nothing on lines of nobody', async () => {
    const rows = [
      ['name', 'department'],
      ['Ann', 'Sales'],
      ['Bo', null],
      [null, null],
    ];
    const merges = [{ startRow: 1, startCol: 1, endRow: 3, endCol: 1 }];
    expect(await cellsOf(await workbook({ name: 'A', rows, merges }))).toEqual([
      ['Ann', 'Sales'],
      ['Bo', 'Sales'],
    ]);
  });

  it('is read where the headings are, said by name where other sheets have something in them', async () => {
    const notes = { name: 'Notes', rows: [['How to fill in', 'this list']] };
    const hidden = {
      name: 'Old',
      rows: [
        ['name', 'email'],
        ['Nobody', 'n@example.com'],
      ],
      hidden: true,
    };
    expect(await readRosterFile(await workbook(notes, hidden, { name: '名单', rows: roster }))).toMatchObject(
      {
        table: { sheet: '名单', headings: ['姓名', '部门', '开始日期', '退出'] },
      },
    );
    const alone = await readRosterFile(
      await workbook({ name: 'Empty', rows: [] }, hidden, { name: 'A', rows: roster }),
    );
    expect(alone).not.toHaveProperty('table.sheet');
  });

  it('may not have more columns than a text', async () => {
    const row = Array.from({ length: 101 }, (_, index) => `h${index}`);
    expect(await readRosterFile(await workbook({ name: 'A', rows: [row, ['x']] }))).toMatchObject({
      problem: { code: 'too-many-columns', line: 1 },
    });
  });

  it('is refused before it fills the memory, whatever it says of its size', async () => {
    const one = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(4 * 1024 * 1024) }));
    const list = one.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    const end = one.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    one.writeUInt32LE(10, list + 24);
    // The same bytes listed 25 times: together more than 96 MB, each said to be ten.
    one.writeUInt16LE(25, end + 10);
    const listed = Array.from({ length: 25 }, () => one.subarray(list, end));
    const bomb = Buffer.concat([one.subarray(0, list), ...listed, one.subarray(end)]);
    expect(await readRosterFile(bomb)).toEqual({ problem: { code: 'workbook-too-large', line: 0 } });
  });

  it('with a forgotten cell in the last row is too large, not damaged', async () => {
    const far = '<row r="1048576"><c r="CV1048576"><v>1</v></c></row></sheetData>';
    const bytes = changed(await workbook({ name: 'A', rows: roster }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', far),
    );
    expect(await readRosterFile(bytes)).toMatchObject({ problem: { code: 'workbook-too-large' } });
  });

  it.each<[string, (sound: Uint8Array) => Uint8Array, string]>([
    ['cut off', (sound) => sound.subarray(0, sound.length - 200), 'workbook-not-readable'],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('name') }), 'workbook-not-readable'],
    [
      'broken within',
      (sound) => changed(sound, 'xl/workbook.xml', () => '<workbook><'),
      'workbook-not-readable',
    ],
  ])('%s is refused by name', async (_, spoil, code) => {
    const sound = await workbook({ name: 'A', rows: roster });
    expect(await readRosterFile(spoil(sound))).toMatchObject({ problem: { code, line: 0 } });
  });

  it('with nothing in it is empty', async () => {
    expect(await readRosterFile(await workbook({ name: 'A', rows: [] }))).toMatchObject({
      problem: { code: 'file-empty' },
    });
  });
});

it.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-is-workbook'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'file-is-pdf'],
  ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), 'file-is-picture'],
  ['a web page named .xls', Buffer.from('\ufeff\n<html xmlns:x="x"><table><tr><td>name'), 'file-is-web-page'],
  ['a table of one', Buffer.from('<table border=1>'), 'file-is-web-page'],
  ['a spreadsheet of 2003 as XML', Buffer.from('<?xml version="1.0"?><Workbook>'), 'file-is-web-page'],
])('%s is named for what it is', async (_, bytes, code) => {
  expect(await readRosterFile(bytes)).toEqual({ problem: { code, line: 0 } });
});

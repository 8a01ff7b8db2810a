import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../src/documents/roster-file.ts';
import { readingsOf } from '../../src/documents/tell-encoding.ts';
import { columnOfHeading } from '../../src/domain/trainings/roster-columns.ts';

const latin = [
  'Jörg Müller',
  'José Núñez',
  'Zoë',
  'Größe, Fußball',
  'Renée Léger',
  'Ægir Ødegård',
  'François Lefèvre',
  'São Paulo, João',
  'Ärzte, Öl',
  'Häußler',
  'Éric',
  'ÉRIC MÜLLER',
  'Noël',
  'Søren Åberg',
];
const written: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': latin,
  macintosh: latin,
  gb18030: [
    '陈大文',
    '李伟',
    '销售部',
    '王喆',
    '张三丰 Sales',
    '欧阳娜娜',
    '刘',
    '彭于晏',
    'R&D研发部',
    '赵磊Zhao',
    '马',
  ],
  big5: ['陳大文', '業務部', '林志玲', '王', '臺灣分公司', '研發部', '黃'],
  shift_jis: ['山田太郎', '営業部', 'たなか', 'タナカ', '佐藤', '高橋 健'],
};
const file = (name: string, headings = 'name,department') =>
  `${headings}\n${name.replaceAll(',', '')},Sales\nAnn,HR\n`;
const isHeading = (cell: string): boolean => columnOfHeading(cell) !== undefined;

describe('what a file is written in', () => {
  it.each(Object.entries(written))('%s is told, or asked; never taken for another', (encoding, names) => {
    let told = 0;
    for (const name of names) {
      const { readings, sure } = readingsOf(iconv.encode(file(name), encoding), isHeading);
      if (sure) expect(readings[0]?.text, name).toBe(file(name));
      else
        expect(
          readings.map(({ text }) => text),
          name,
        ).toContain(file(name));
      if (sure) told += 1;
    }
    expect(told).toBeGreaterThan(names.length / 2);
  });

  it('headings in its own writing leave no doubt', async () => {
    for (const [encoding, headings] of [
      ['gb18030', '姓名,部门'],
      ['big5', '姓名,部門'],
    ] as const)
      for (const name of written[encoding] ?? []) {
        const read = await readRosterFile(iconv.encode(file(name, headings), encoding));
        expect(read, name).toMatchObject({ table: { rows: [{ cells: [name, 'Sales'] }, {}] } });
      }
  });

  it('is asked with the doubtful line in all it may say, and taken as it is said', async () => {
    const bytes = iconv.encode(file('马'), 'gb18030');
    expect(await readRosterFile(bytes)).toMatchObject({
      problem: { code: 'encoding-unclear', line: 2, details: { readings: 'gb18030: 马 / big5: 鎮' } },
    });
    expect(await readRosterFile(bytes, { encoding: 'gb18030' })).toMatchObject({
      table: { rows: [{ cells: ['马', 'Sales'] }, {}] },
    });
  });

  it.each(['utf-16le', 'utf-16be'])('%s without its mark is told by its empty bytes', async (encoding) => {
    const read = await readRosterFile(iconv.encode(file('陈大文'), encoding, { addBOM: false }));
    expect(read).toMatchObject({ table: { rows: [{ cells: ['陈大文', 'Sales'] }, {}] } });
  });
});

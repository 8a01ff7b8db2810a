import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../src/documents/roster-file.ts';
import { readingsOf } from '../../src/documents/tell-encoding.ts';
import { columnOfHeading } from '../../src/domain/rosters/heading-meaning.ts';

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

  it.each([
    ['gb18030', '李玥', 'rare by one letter in what it is, common by chance in Big5'],
    ['gb18030', '陆伟', 'sound UTF-8 by chance'],
    ['gb18030', '闫妍', 'rare in every reading'],
    ['shift_jis', 'ﾔﾏﾀﾞ', 'narrow kana that are common Chinese letters by chance'],
  ])('%s: %s is asked, being %s', async (encoding, name) => {
    expect(await readRosterFile(iconv.encode(file(name), encoding))).toMatchObject({
      problem: { code: 'encoding-unclear', line: 2, details: { readings: expect.stringContaining(name) } },
    });
  });

  it.each([
    ['gb18030', '赵昱 翟晓喆 王芳 马骉 李伟 张敏 朱镕基 刘洋'],
    ['gb18030', '陳志明 林淑芬 王俊傑 劉冠廷 李怡君'],
    ['big5', '陳志明 林淑芬 蔡宜臻 許雅筑 鄭'],
    ['shift_jis', '齋藤 渡辺 鈴木一郎 ﾔﾏﾀﾞ 高橋'],
    ['windows-1252', 'Þór Jörg Groß Zoë'],
    ['utf-8', 'Иван Ольга Νίκος Łukasz'],
    ['utf-16le', '鈴木一郎'],
    ['utf-16be', '鈴木一郎'],
  ])('%s: rare letters are no doubt where several names speak for it: %s', async (encoding, names) => {
    const bytes = iconv.encode(
      names
        .split(' ')
        .map((name) => file(name))
        .join(''),
      encoding,
      { addBOM: false },
    );
    const read = await readRosterFile(bytes);
    const cells = 'table' in read ? read.table.rows.map(({ cells: [first] }) => first) : read;
    expect(cells).toEqual(expect.arrayContaining(names.split(' ')));
  });

  const nobodysHeading = () => false;
  const told = (names: readonly string[], encoding: string) => {
    const text = names.map((name) => file(name)).join('');
    const { readings, sure } = readingsOf(iconv.encode(text, encoding), nobodysHeading);
    const own = readings.some((reading) => reading.text === text);
    return sure && own ? 'told' : own ? 'asked' : sure ? 'wrong' : 'refused';
  };

  it.each([
    ['windows-1250', 'Antonín Dvořák', 'told'],
    ['windows-1250', 'Łukasz Woźniak', 'told'],
    ['windows-1250', 'Ondřej', 'asked'],
    ['windows-1254', 'Yıldız', 'told'],
    ['windows-1254', 'Şahin', 'asked'],
    ['windows-1257', 'Rūta Žukauskaitė', 'told'],
    ['windows-1252', 'Hélène', 'told'],
    ['windows-1251', 'Иванов Петрова Сергей', 'told'],
    ['windows-1251', 'Ольга', 'told'],
    ['koi8-r', 'Ольга', 'told'],
    ['cp866', 'Ольга', 'told'],
    ['windows-1253', 'Γιώργος', 'told'],
    ['windows-874', 'จันทร์ สมชาย ประยุทธ์ นภา', 'told'],
    ['windows-1256', 'أحمد حسن يوسف إبراهيم', 'told'],
    ['cp949', '김민수', 'asked'],
    ['cp949', '김빛나', 'asked'],
    ['cp949', '김민수 이지은 박서준 최수진', 'told'],
    ['gb18030', '陈刚 王伟 刘明 赵磊', 'told'],
    ['gb18030', '丁俊晖', 'asked'],
    ['gb18030', '闫妮', 'asked'],
  ])('%s: %s is %s, and never read as another', (encoding, names, what) => {
    expect(told(names.split(' '), encoding)).toBe(what);
  });

  it('a word that no rule knows is no reason to give up where ten others speak', () => {
    const known = ['Jörg', 'Müller', 'Groß', 'Käthe', 'Jäger', 'König', 'Böhm', 'Weiß', 'Krüger', 'Hélène'];
    expect(told([...known, 'm²'], 'windows-1252')).toBe('told');
    expect(told(['Jörg', 'm²'], 'windows-1252')).toBe('refused');
  });

  it('one name among many is enough where the encodings differ nowhere else', () => {
    const alike = ['Jörg', 'Müller', 'Groß', 'Käthe', 'Jäger', 'König', 'Böhm', 'Weiß', 'Krüger', 'Schäfer'];
    expect(told([...alike, 'Thérèse'], 'windows-1252')).toBe('told');
    expect(told([...alike, 'Dvořák'], 'windows-1250')).toBe('told');
  });
});

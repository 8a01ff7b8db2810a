import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/teams/commands/all-commands.ts';
import type { Command } from '../../../src/teams/commands/command.ts';
import { understand } from '../../../src/teams/commands/understand.ts';
import { visibleText } from '../../../src/teams/commands/visible-text.ts';

const command = (name: string, zh: readonly string[], en: readonly string[]): Command => ({
  name,
  words: { zh, en },
  permission: 'help',
  answersIn: 'place',
  places: ['personal'],
  uses: [],
  run: async () => ({ text: name }),
});
const list = [
  command('report', ['报告'], ['report']),
  command('report-all', ['报告全部'], ['report all']),
  command('status', ['状态', '进展'], ['status']),
];
const botId = '28:bot';
const heard = (text: string) => understand(visibleText(text, [], botId), list);

const words = list.flatMap((one) =>
  [...one.words.zh, ...one.words.en].map((word) => [one.name, word] as const),
);
const noise = fc.array(
  fc.constantFrom(' ', '\u00A0', '\u200B', '\uFEFF', '\u3000', '\n', '\u202F', '&nbsp;'),
  { maxLength: 4 },
);
const args = fc.constantFrom('', 'Q3', 'Q3 2025', '2026', '第三季度', '安全培训（一）', 'TR-2026-01');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const asTyped = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => fullWidth(word),
);

describe('a command is understood', () => {
  it('with or without slash or mention, in any case and width, whatever invisible characters are around', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom('', '/', '／', '/ '),
        fc.constantFrom('', '<at>Follow-up</at>', '<at>回访</at> '),
        asTyped,
        noise,
        noise,
        args,
        ([name, word], slash, mention, typed, before, after, argument) => {
          const text = `${mention}${before.join('')}${slash}${typed(word)} ${after.join('')}${argument}${before.join('')}`;
          expect(heard(text)).toMatchObject({ command: { name }, args: argument });
        },
      ),
    );
  });

  it('by its longest word', () => {
    expect(heard('report all')?.command.name).toBe('report-all');
    expect(heard('report alloy')).toMatchObject({ command: { name: 'report' }, args: 'alloy' });
    expect(heard('报告全部')?.command.name).toBe('report-all');
  });

  it('when a period follows without a space', () => {
    expect(heard('报告Q3')).toMatchObject({ command: { name: 'report' }, args: 'Q3' });
    expect(heard('报告第三季度')).toMatchObject({ args: '第三季度' });
    expect(heard('report第三季度')).toMatchObject({ args: '第三季度' });
    expect(heard('报告：Q3')).toMatchObject({ args: 'Q3' });
  });

  it('never inside another word', () => {
    for (const text of [
      'reporter',
      'reports',
      'my report',
      'statusquo',
      '报告书怎么写',
      '',
      '/',
      '//',
      '12',
    ]) {
      expect(heard(text)).toBeUndefined();
    }
  });

  it('or not, but never with an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(() => heard(text)).not.toThrow()),
    );
    const nasty = fc.string({
      unit: fc.constantFrom('/', '／', ' ', '<at>', '</at>', '报告', 'report', '\u200B', '<', '&'),
    });
    fc.assert(fc.property(nasty, (text) => void expect(() => heard(text)).not.toThrow()));
  });
});

describe('what somebody typed, as they see it', () => {
  it('leaves out the bot’s mention wherever it stands and keeps the names of others', () => {
    const entities = [
      { type: 'mention', text: '<at>Follow-up</at>', mentioned: { id: botId } },
      { type: 'mention', text: '<at>李雷</at>', mentioned: { id: '29:li' } },
      { type: 'mention', text: '', mentioned: null },
      { type: 'clientInfo' },
    ];
    const text = 'role add <at>李雷</at> staff <at>Follow-up</at>';
    expect(visibleText(text, entities, botId)).toBe('role add 李雷 staff');
  });
});

describe('the registry of commands', () => {
  it('understands every word and every menu title as its own command', () => {
    for (const one of commands) {
      const titles = one.menu ? Object.values(one.menu.title) : [];
      for (const word of [...one.words.zh, ...one.words.en, ...titles]) {
        expect(understand(`/${word}`, commands)?.command.name).toBe(one.name);
      }
    }
  });

  it('has no word twice and no name twice', () => {
    const all = commands.flatMap(({ words }) => [...words.zh, ...words.en]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  it('fits Teams’ command list: at most twelve with a menu in any place', () => {
    for (const place of ['personal', 'channel'] as const) {
      expect(
        commands.filter(({ menu, places }) => menu && places.includes(place)).length,
      ).toBeLessThanOrEqual(12);
    }
  });
});

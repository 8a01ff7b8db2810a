import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/teams/commands/all-commands.ts';
import type { Command } from '../../../src/teams/commands/command.ts';
import { understand } from '../../../src/teams/commands/understand.ts';
import { visibleText } from '../../../src/teams/commands/visible-text.ts';
import { didNotAttend, later, onLeave, rather } from '../../../src/wording/questionnaire-words.ts';
import { asked, known, said } from './typed-sentences.ts';

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
const given = ['q3', 'q3 2025', '2026', '第三季度', '安全培训（一）', 'tr-2026-01', 'alloy'];
const heard = (text: string) =>
  understand(visibleText(text, [], botId), list, (_, argument) => given.includes(argument.toLowerCase()));

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
  it('with or without slash or mention, in any case and width, whatever invisible characters are around', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...words),
        fc.constantFrom('', '/', '／', '/ '),
        fc.constantFrom('', '<at>Follow-up</at>', '<at>回访</at> '),
        asTyped,
        noise,
        noise,
        args,
        async ([name, word], slash, mention, typed, before, after, argument) => {
          const text = `${mention}${before.join('')}${slash}${typed(word)} ${after.join('')}${argument}${before.join('')}`;
          expect(await heard(text)).toMatchObject({ command: { name }, args: argument });
        },
      ),
    );
  });

  it('by its longest word', async () => {
    expect((await heard('report all'))?.command.name).toBe('report-all');
    expect(await heard('report alloy')).toMatchObject({ command: { name: 'report' }, args: 'alloy' });
    expect((await heard('报告全部'))?.command.name).toBe('report-all');
  });

  it('when a period follows without a space', async () => {
    expect(await heard('报告Q3')).toMatchObject({ command: { name: 'report' }, args: 'Q3' });
    expect(await heard('报告第三季度')).toMatchObject({ args: '第三季度' });
    expect(await heard('report第三季度')).toMatchObject({ args: '第三季度' });
    expect(await heard('报告：Q3')).toMatchObject({ args: 'Q3' });
  });

  it('never inside another word', async () => {
    for (const text of [
      'reporter',
      'reports',
      'my reporting',
      'statusquo',
      '报告书怎么写',
      '',
      '/',
      '//',
      '12',
    ]) {
      expect(await heard(text)).toBeUndefined();
    }
  });

  it('or not, but never with an error', async () => {
    const understoodOrNot = async (text: string) => {
      expect([undefined, ...list]).toContain((await heard(text))?.command);
    };
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), understoodOrNot));
    const nasty = fc.string({
      unit: fc.constantFrom('/', '／', ' ', '<at>', '</at>', '报告', 'report', '\u200B', '<', '&'),
    });
    await fc.assert(fc.asyncProperty(nasty, understoodOrNot));
  });
});

describe('what people type', () => {
  const today = '2026-11-27';
  /** What is known decides as it would for the training staff. */
  const meant = async (text: string): Promise<string | undefined> => {
    const understood = await understand(
      visibleText(text, [], botId),
      commands,
      (one, argument) =>
        one.takes?.(argument, today) === true || (one.knows !== undefined && known.includes(argument)),
    );
    return understood && `${understood.command.name} ${understood.args.normalize('NFKC')}`;
  };
  const sentences = Object.values(asked).flat();

  it.each(Object.entries(asked))('asks for “%s” in many ways', async (wanted, ways) => {
    for (const way of ways) expect([way, await meant(way)]).toEqual([way, wanted]);
  });

  it.each(said)('is no command where anything is left over: %s', async (text) => {
    expect(await meant(text)).toBeUndefined();
  });

  it.each([
    ...['我写的', '谁看', '我现在', '有事没去', '请问这个', '为什么要填', '老师会看'],
    ...['why should i do ', 'who sees ', "i don't want ", 'is it really ', 'maybe ', 'not now ', 'later '],
  ])('is ruled out however often it begins anew: %s', async (piece) => {
    // What takes for ever to be ruled out does not come to its end before the test is given up.
    for (const length of [79, 500]) {
      expect(await meant(`${piece.repeat(length).slice(0, length - 1)}x`)).toBeUndefined();
    }
  });

  it.each([later, onLeave, rather, didNotAttend].flatMap(({ zh, en }) => [zh, en]))(
    'does nothing where it is what a button says, but shows the buttons: %s',
    async (label) => {
      expect(await meant(label)).toBe('stop ');
      expect(await meant(`${label.replace('’', "'").toUpperCase()}.`)).toBe('stop ');
    },
  );

  it('is tried with at least 120 sentences, a third of which ask for nothing', () => {
    expect(new Set([...sentences, ...said]).size).toBeGreaterThanOrEqual(120);
    expect(said.length / (said.length + sentences.length)).toBeGreaterThan(1 / 3);
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
  it('understands every word and every menu title as its own command', async () => {
    for (const one of commands) {
      const titles = one.menu ? Object.values(one.menu.title) : [];
      for (const word of [...one.words.zh, ...one.words.en, ...titles]) {
        expect((await understand(`/${word}`, commands, () => false))?.command.name).toBe(one.name);
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

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDemoRequest } from '../../src/cli/demo/read-demo-request.ts';
import { type Language, languages } from '../../src/domain/kernel/text.ts';
import { may, type Permission } from '../../src/domain/people/permissions.ts';
import type { Role } from '../../src/domain/people/person.ts';
import { commands } from '../../src/teams/commands/all-commands.ts';
import { understand } from '../../src/teams/commands/understand.ts';
import { type ChairName, chairWords, resultsChannel } from '../../src/wording/demo-chair-words.ts';
import { demoTitle } from '../../src/wording/demo-command-words.ts';
import { demoDescription, demoHelp, demoStep, thingsToTry } from '../../src/wording/demo-words.ts';
import { assign } from '../../src/wording/result-words.ts';
import { cardSamples } from '../support/card-samples.ts';

const texts = [
  ...Object.values(chairWords).map(({ tryNext }) => tryNext),
  thingsToTry,
  demoDescription,
  demoHelp,
  demoStep.answered('', 2),
  demoStep.closed(''),
  demoStep.over,
];

const quoted = (text: string): string[] => [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);

const titlesIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const isButton = 'type' in part && String(part.type).startsWith('Action.') && 'title' in part;
  return [...(isButton ? [String(part.title)] : []), ...Object.values(part).flatMap(titlesIn)];
};
const buttonsOf = (language: Language): Set<string> =>
  new Set(cardSamples.flatMap(({ card }) => titlesIn(card(language))));

/** Where only the shape of what stands beside the word is known: a slash says that it is meant. */
const commandMeant = async (text: string) => (await understand(`/${text}`, commands, () => false))?.command;
const isDemoCommand = (text: string): boolean => {
  const word = [demoTitle.zh, demoTitle.en].find((one) => text.startsWith(`${one} `));
  if (word === undefined) return false;
  return !['not-understood', 'no-such-chair'].includes(readDemoRequest(text.slice(word.length)).kind);
};

describe('what the demo says', () => {
  it.each(languages)(
    'names only buttons and commands that exist, by their words there (%s)',
    async (language) => {
      const buttons = buttonsOf(language);
      const names = texts
        .flatMap((text) => quoted(text[language]))
        .filter(
          (name) => name !== '' && name !== resultsChannel && !buttons.has(name) && !isDemoCommand(name),
        );
      const meant = await Promise.all(names.map(commandMeant));
      expect(names.filter((_, at) => meant[at] === undefined)).toEqual([]);
    },
  );

  it.each(['README.md', 'README.zh.md'])('is what %s says can be typed', (file) => {
    const text = readFileSync(join(resolve(import.meta.dirname, '../..'), file), 'utf8');
    const typed = [...text.matchAll(/`\/(demo [^`]+)`/g)].map(([, command = '']) => command);
    expect(typed.length).toBeGreaterThan(3);
    expect(typed.filter((command) => !isDemoCommand(command))).toEqual([]);
  });
});

/** Whose rights go with a chair, and which of the things it names are refused there. */
const rights: Readonly<Record<ChairName, { readonly role: Role; readonly refused: readonly string[] }>> = {
  trainee: { role: 'trainee', refused: ['report'] },
  instructor: { role: 'instructor', refused: ['report', 'assign'] },
  manager: { role: 'manager', refused: ['status'] },
  staff: { role: 'trainingStaff', refused: [] },
};

describe.each(Object.entries(rights))('a chair of the demo (%s)', (name, { role, refused }) => {
  it.each(languages)('promises what its person may do, and no more (%s)', async (language) => {
    const told = quoted(chairWords[name as ChairName].tryNext[language]);
    const asked: { name: string; permission: Permission }[] = [];
    for (const words of told) {
      const command = await commandMeant(words);
      if (words === assign[language]) asked.push({ name: 'assign', permission: 'assign' });
      else if (command !== undefined) asked.push(command);
    }
    const denied = asked.filter(({ permission }) => !may(new Set([role]), permission));
    expect(denied.map((one) => one.name)).toEqual(refused);
  });
});

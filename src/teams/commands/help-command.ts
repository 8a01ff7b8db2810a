import * as wording from '../../wording/command-words.ts';
import { command } from './command.ts';
import { helpFor } from './help-for.ts';

/** `/help`: only what this person may do. */
export const help = command({
  name: 'help',
  words: { zh: ['帮助', '你好', '您好', '怎么用'], en: ['help', 'hello', 'hi', 'start', '?'] },
  permission: 'help',
  menu: { title: wording.help.title, description: wording.help.description },
  answersIn: 'place',
  uses: [],
  places: ['personal', 'channel'],
  run: async ({ speaker, commands }) => helpFor(commands, speaker, 'asked'),
});

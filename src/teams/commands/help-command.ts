import * as wording from '../../wording/command-words.ts';
import { command } from './command.ts';
import { helpFor } from './help-for.ts';

/** `/help`: only what this person may do. */
export const help = command({
  name: 'help',
  words: {
    zh: [
      ...['帮助', '帮助我', '菜单', '怎么用', '你能做什么', '您能做什么', '你会做什么', '有什么功能'],
      ...['你好', '您好', '你好啊', '嗨', '哈喽', '在吗', '早', '早上好', '上午好', '下午好', '晚上好'],
    ],
    en: [
      ...['help', 'help me', 'menu', 'commands', 'what can you do', 'how does this work', '?'],
      ...['hello', 'hi', 'hey', 'start', 'good morning', 'good afternoon', 'good evening'],
    ],
  },
  said: [
    /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day))[ ,，]*(?:there|bot|all|again|everyone|everybody|team)$/,
    /^(?:大家|各位|你们?|您|早上|上午|中午|下午|晚上)好(?:啊|呀|吗)?$/,
    /^need(?: some)? help$/,
  ],
  permission: 'help',
  menu: { title: wording.help.title, description: wording.help.description },
  answersIn: 'place',
  uses: [],
  places: ['personal', 'channel'],
  run: async ({ speaker, commands }) => helpFor(commands, speaker),
});

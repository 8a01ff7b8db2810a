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
    /^(?:(?:i|we)(?:'d| would)? )?(?:need|want|like)(?: (?:some|your|any))? help$/,
    /^(?:can|could|would|will|may) (?:i|we|you|somebody|someone)(?: please| kindly)? (?:help(?: me| us)?(?: out)?|(?:get|have)(?: some)? help)$/,
    /^(?:(?:can|could|may) (?:i|we|you) )?(?:please )?(?:show|give|open|see|view|get)(?: me| us)?(?: the| your| a)? (?:help|menu|commands)$/,
    /^(?:where|how) (?:is|are|can i (?:get|find|see)|do i (?:get|find|see))(?: the| your)? (?:help|menu|commands)$/,
    /^(?:我们?)?(?:需要|想要|要)(?:一些|一点|一下|您的|你的)?帮助$/,
    /^(?:您|你)?(?:能|可以|能否|可否)(?:请?(?:您|你))?(?:帮|帮助)(?:一下|帮)?(?:我们?|忙)?(?:一下)?[吗么]$/,
    /^(?:您|你)?(?:能不能|可不可以|是否可以|能否|可否)(?:请?(?:您|你))?(?:帮|帮助)(?:一下|帮)?(?:我们?|忙)(?:一下)?$/,
    /^(?:看看|看一下|看|打开|显示|给我|给我看|发|发一下)(?:一下)?(?:帮助|菜单)$/,
    /^(?:在)?哪里有?(?:能|可以)?(?:看|找)?(?:到)?(?:帮助|菜单)$|^有(?:没有)?(?:菜单|帮助菜单)[吗么]?$/,
  ],
  notAskedFor: true,
  permission: 'help',
  menu: { title: wording.help.title, description: wording.help.description },
  answersIn: 'place',
  uses: [],
  places: ['personal', 'channel'],
  run: async ({ speaker, commands }) => helpFor(commands, speaker),
});

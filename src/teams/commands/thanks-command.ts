import { gladTo } from '../../wording/conversation-words.ts';
import { command } from './command.ts';
import { waitingStores, withWaiting } from './with-waiting.ts';

/** Signs that say no more than a nod. */
const nods = /^(?:[👍👌🙏😊🙂😀😄😃☺❤🌹👏🤝💪🎉😁🥰✅🆗]\p{Emoji_Modifier}?|\s)+$/u;

/** Thanks, a goodbye, a nod: answered in kind, with what waits. Nobody has to be told of it. */
export const thanks = command({
  name: 'thanks',
  words: {
    zh: [
      ...['谢谢', '多谢', '感谢', '谢了', '谢啦', '辛苦了', '麻烦了', '再见', '拜拜', '回头见'],
      ...['不客气', '不用谢', '不谢', '别客气', '客气了', '您客气了', '你客气了', '应该的'],
      ...['好的', '好', '嗯', '嗯嗯', '收到', '明白', '明白了', '知道了', '了解', '没问题', '没事了'],
    ],
    en: [
      ...['thanks', 'thank you', 'thx', 'cheers', 'much appreciated', 'bye', 'goodbye', 'see you'],
      ...['you are welcome', "you're welcome", 'welcome', 'no worries', 'my pleasure', "don't mention it"],
      ...['ok', 'okay', 'all right', 'alright', 'got it', 'noted', 'understood', 'no problem', 'will do'],
    ],
  },
  said: [
    nods,
    /^(?:have a (?:nice|good|great|lovely) (?:day|evening|weekend|week|one)|(?:you're|you are) (?:very|most) welcome|you too|same to you)$/,
    /^(?:祝(?:您|你)?|周末|节日|新年|工作|假期)(?:周末|节日|新年|工作|假期)?(?:愉快|快乐|顺利)$/,
    /^(?:(?:ok|okay|many|big|great|perfect|got it)[ ,]*)?(?:thanks|thank you|thx|ty|cheers)(?: (?:you|a lot|a bunch|a million|so much|very much|again|all|everyone|bot|for (?:your|the|all the|all your) (?:help|support|reminder|message|information|info|report|card)))*$/,
    /^(?:好的?|嗯|收到|明白了?|知道了)?[\s,，!！。]*(?:非常|十分|太|多)?(?:谢谢|感谢|多谢|谢|辛苦)(?:您|你们?|大家|啦|了|哦|啊|的?(?:提醒|帮助|帮忙|通知))*$/,
  ],
  notAskedFor: true,
  permission: 'help',
  answersIn: 'place',
  uses: waitingStores,
  places: ['personal', 'channel'],
  run: async (call, on) => withWaiting(on, call, gladTo.withCards, gladTo.alone),
});

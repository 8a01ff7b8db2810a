/** Ways to look at something, or to have it brought. */
const look =
  '(?:show|give|send|get|open|view|see|check|display|tell|find|fetch|bring|read|pull up|look at|have a look at|have)';

/** What is only polite before a command. Lower case, plain width. */
const politeBefore: readonly RegExp[] = [
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear)(?: (?:there|bot|all|team|everyone))?[\s,，!！.。]+/,
  /^(?:你好|您好|嗨|哈喽|早上好|上午好|下午好|晚上好|大家好)[\s,，!！.。~～、]*/,
  /^(?:please|pls|plz|kindly|ok|okay|excuse me|sorry)[\s,，!！.。]+/,
  /^(?:thanks|thank you|thx|谢谢(?:您|你)?)[,，!！.。]+\s*/,
  /^(?:请问|请|麻烦(?:一下)?(?:您|你)?|劳驾|拜托|不好意思|打扰(?:一下|了)?|辛苦(?:您|你)?)[\s,，!！.。]*/,
  // Without a mark it belongs to what follows: a state that is good.
  /^好的[\s,，!！.。]+/,
];

/** And what asks for it. */
const asking: readonly RegExp[] = [
  /^(?:just|so|well)[\s,，!！.。]+/,
  new RegExp(
    `^(?:can|could|may|might|would|will) (?:i|we|you)(?: please| kindly| just)*(?: like)?(?: to)?(?: ${look})?(?: me| us)? `,
  ),
  /^(?:i|we)(?:['’]d| would)? (?:want|need|like|love|wish|wanna)(?: to)? /,
  /^(?:i['’]m|i am|we are) looking for /,
  /^let (?:me|us) /,
  new RegExp(`^${look}(?: me| us)? `),
  new RegExp(`^(?:where|how) (?:can|do|could) (?:i|we) ${look} `),
  /^(?:where|what|how)(?:['’]s| is| are) (?=(?:the|my|our) )/,
  /^(?:do i have|is there|are there|anything|any) /,
  /^(?:the|a|an|my|our|latest) /,
  /^(?:我们?)?(?:很?想要?|需要|希望|要)/,
  /^(?:您|你)?(?:能不能|可不可以|是否可以|可以|能否|可否|能)(?:请?(?:您|你))?/,
  /^(?:帮(?:我们?|忙)|[给替让为]我们?|帮)/,
  /^(?:看看|看一看|看一下|看下|看|查看|查询|查一下|查下|查|找一下|找|调出|调|发送|发一下|发|来|打开|显示|展示|提供|生成|获取|拿|取|告诉)(?:给?我们?)?(?:一下|一份|个)?/,
  /^(?:把|将|一份|一下|我们?的|最新的?|[那这]份|关于|有关)/,
  /^我?(?:还|现在|目前)*有(?:没有|什么|哪些)?/,
  /^(?:怎么|如何|在?哪里?(?:能|可以)?|去哪里?)[看查找]/,
];

const politeBehind: readonly RegExp[] = [
  /[\s,，!！.。]+(?:please|pls|plz|thanks(?: a lot| so much| in advance)?|(?:many thanks|thank you)(?: very much| so much| in advance)?|thx|cheers|now|again|asap|right now|if possible|if you (?:can|could|please)|bot)$/,
  /[\s,，!！.。]*(?:谢谢(?:您|你|啦|了)?|多谢了?|感谢|辛苦(?:您|你)?了?|麻烦(?:您|你)?了?|拜托了?|好吗|可以吗|行吗|好不好|行不行)$/,
  /[吧呢嘛啊呀哦哈]$/,
];

const askingBehind: readonly RegExp[] = [
  /[\s,，!！.。]+(?:for |to )?(?:me|us)$/,
  /[吗么]$/,
  /[发给传拿调交]给?我们?(?:看看|看一下|看下|看|一下|一份)?$/,
  /(?:我?看看|看一看|看一下|看下|查一下|一下|出来|在哪里?|在哪儿)$/,
];

const around =
  /^[\s,，.。、!！?？;；:：~～…"“”「」\p{Extended_Pictographic}]+|[\s,，.。、!！?？;；:：~～…"“”「」\p{Extended_Pictographic}]+$/gu;

export interface Reading {
  /** Where it begins and ends in what was typed. */
  readonly from: number;
  readonly to: number;
  /** Nothing but marks around it was left out. */
  readonly whole: boolean;
  /** Something was left out that asks for what remains. */
  readonly asked: boolean;
}

/** A sentence has few courtesies; this only ends the loop. */
const mostPeeled = 24;

/**
 * A sentence as it was typed, without the marks around it, and then with one courtesy less each time, until none is
 * left: what remains is either a command with nothing left over, or something else that somebody says.
 */
export const readingsOf = (folded: string): Reading[] => {
  const trimmed = within(folded, { from: 0, to: folded.length, whole: true, asked: false });
  const readings: Reading[] = [{ from: 0, to: folded.length, whole: true, asked: false }, trimmed];
  let reading = trimmed;
  while (readings.length < mostPeeled) {
    const peeled = peel(folded, reading);
    if (peeled === undefined || peeled.from >= peeled.to) break;
    readings.push(peeled);
    reading = peeled;
  }
  return readings;
};

const peel = (folded: string, { from, to, asked }: Reading): Reading | undefined => {
  const text = folded.slice(from, to);
  for (const [ways, asks] of [
    [politeBefore, asked],
    [asking, true],
  ] as const) {
    const first = matched(text, ways);
    if (first > 0) return within(folded, { from: from + first, to, whole: false, asked: asks });
  }
  for (const [ways, asks] of [
    [politeBehind, asked],
    [askingBehind, true],
  ] as const) {
    const last = matched(text, ways);
    if (last > 0) return within(folded, { from, to: to - last, whole: false, asked: asks });
  }
  return undefined;
};

const matched = (text: string, courtesies: readonly RegExp[]): number => {
  for (const courtesy of courtesies) {
    const found = courtesy.exec(text)?.[0].length ?? 0;
    if (found > 0) return found;
  }
  return 0;
};

const within = (folded: string, { from, to, ...how }: Reading): Reading => {
  const text = folded.slice(from, to);
  const inside = text.replace(around, '');
  const start = from + text.indexOf(inside);
  return { from: start, to: start + inside.length, ...how };
};

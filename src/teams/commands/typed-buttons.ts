const now = '(?:,? (?:right now|now|just now|today|at the moment|currently|this week|this time))?';
const it =
  '(?: (?:it|this|that|them|these|in|out|anything|any of (?:it|this)|(?:the|this|your|a|any|more) (?:questionnaires?|survey|surveys|forms?|questions?)))*';
const busy = `(?:sorry,? )?(?:(?:i'm|im|i am|am|we're|we are) )?(?:(?:currently|still|now|just|too|very|really|so|quite|a bit|rather) )*(?:busy|driving|travell?ing|in (?:a|an|another|my)?(?: \\w+)? ?(?:meeting|call|workshop|interview)|in meetings|on (?:a call|the (?:phone|road|train|move|go)))${now}`;
const noTime = `(?:sorry,? )?(?:(?:i|we) (?:have|'ve|got|have got) |(?:i|we) do(?:n't| not) have (?:any |the )?|i can't find (?:the )?)?(?:no )?time(?: (?:for it|for this|for that|to (?:answer|do it|fill it in)))?${now}`;
const notNow =
  "(?:not (?:now|right now|today|yet|at the moment|this week)|(?:it's |this is )?(?:a bad|not a good) (?:time|moment)(?: for me)?|i can't (?:(?:do|answer) (?:it |this )?)?(?:right )?now)";
const when =
  '(?:(?:a bit|a little|much|some time|maybe|perhaps) )?(?:later(?: (?:on|today|this week))?|tomorrow(?: (?:morning|afternoon))?|tonight|next (?:week|month|time)|another (?:time|day)|some other time|this (?:afternoon|evening)|in (?:a|an|one|two|three|some|\\d+)(?: few)? (?:minutes?|hours?|days?|weeks?)|after (?:lunch|work|the meeting|my meeting|my holidays?|my leave)|(?:on |next )?(?:mon|tues|wednes|thurs|fri)day)';
const willDo = `(?:(?:i'll|i will|i'd rather|let me|can i|i can|i'm going to) )?(?:(?:maybe|perhaps|possibly|rather|please) )*(?:(?:do|answer|fill|finish|complete|reply|respond|look at|come back to|get to|try)${it} )?${when}`;
const remind = `(?:(?:can|could|will|would) you )?(?:please )?(?:remind|ask|ping|message|write|contact|tell|try)(?: to)?(?: me| us)?(?: (?:again|about (?:it|this)))* ${when}`;
const postponing = `(?:${busy}|${noTime}|${notNow})`;

const away =
  "(?:(?:i'm|im|i am|am|i'll be|i will be|i was|was|we're|we are) )?(?:(?:currently|still|already|now|away|off|out) )*(?:on (?:(?:my|a|an|annual|sick|maternity|paternity|parental|medical|unpaid|home|long) )*(?:leave|vacation|holidays?|pto|business trip)|out of (?:the )?office|ooo|off (?:sick|work|today)|not (?:at work|in the office))";
const absentMyself =
  "(?:i'm|im|i am|i was|i'll be|i will be) (?:(?:currently|still|now|already) )*(?:away|sick|ill|absent|in hospital|on the sick list)";
const until =
  '(?:,? (?:until|till|to|from|since|for) [^,.!?]{1,30}|,? (?:today|now|right now|at the moment|this week|next week|that (?:day|week|time)|back (?:on )?[^,.!?]{1,20}))?';

const training =
  '(?: (?:in|to|at|for))?(?: (?:it|this|that|there|(?:the|this|that|your) (?:training|course|session|class|workshop|event)))?';
const because = '(?:,? (?:because|as|since|due to) [^.!?]{1,60})?';
const absent = `(?:sorry,? )?(?:i |we )?(?:(?:did(?:n't| not)|could(?:n't| not)|was(?:n't| not) able to|never|have(?:n't| not)) )(?:(?:actually|really|even|be able to) )*(?:attend(?:ed)?|take part|taken part|participated?|show(?:ed)? up|make it|made it|be there|been there|join(?:ed)?|go|went|come|came)${training}${because}`;
const notThere = `(?:i |we )?(?:was|were)(?:n't| not) (?:there|present|at (?:the|this|that) (?:training|course|session|workshop)|in (?:the|this|that) (?:training|course|session|workshop))${because}|not attended|no[ -]?show|i missed (?:it|(?:the|this|that) (?:training|course|session|class|workshop))${because}`;

const refused = `(?:i'd|i would|i)? ?rather not(?: (?:answer|say|do|fill|participate|take part))?${it}|(?:i |we )?(?:(?:do(?:n't| not)) (?:want|wish|like|care)(?: to)?|won't|will not|refuse to|am not going to)(?: (?:answer|fill|do|participate|take part|say|complete|respond))?${it}|no,? (?:thanks|thank you|thank u|thx)|(?:i'm |i am )?not interested|no (?:need|interest)|(?:skip|decline)${it}`;
const gone =
  "(?:i|i've|i have|i had|i'm|i am|i will|i'll)(?: (?:already|just|now|soon))* (?:left|leave|leaving|quit|quitting|resigned from|retired from|no longer (?:with|at|in|working (?:for|at))) (?:the|this|that|my|your) (?:company|firm|organi[sz]ation|job|team|department)(?: [^,.!?]{1,30})?|i (?:(?:have|already|'ve) )*(?:resigned|retired)|i (?:no longer work|do(?:n't| not) work)(?: (?:here|there|at [^,.!?]{1,30}|for [^,.!?]{1,30}))?(?: any ?more)?";

const particle = '[了啦吧呢哦啊呀哈的]*';
const whenNow = '(?:现在|目前|今天|这会儿?|最近|这几天|这两天|这周|本周|眼下|暂时|刚好|正好)';
const busyZh = `(?:抱歉[,，]?|不好意思[,，]?)?(?:我们?|${whenNow}|正|还|有点|比较|太|很|实在|真的?|都)*(?:在?开会|在忙|在上课|在开车|在出差|(?:没空|没时间|没有时间|抽不出时间)(?:填写?|做|回答|答)?|手头有事|有事(?:要?忙)?|不得空)(?:中|着)?${particle}`;
const mine = `(?:我们?|${whenNow})(?:${whenNow}|正|还|有点|比较|太|很|实在|真的?|都|在)*(?:忙|不方便|不行|不是时候)(?:着|中)?${particle}`;
const whenZh =
  '(?:晚点|晚些(?:时候)?|晚一点|稍后|稍晚|回头|待会儿?|等会儿?|等一会儿?|等一下|过会儿|过一会儿?|一会儿?|改天|改日|明天|后天|下周[一二三四五]?|下次|今晚|晚上|下午|以后|过几天|过两天|有空|有时间|空了|下班后?|会后|开完会|吃完饭|回来)(?:的?时候|之后|后)?';
const doZh = '(?:填写?|说|弄|做|回复|回答|答|写|处理|提醒|叫|联系|找|通知|发|问|看)';
const laterZh = `(?:我|那|先|还是|就|请|能不能|可以|可不可以|麻烦)*(?:提醒|叫|通知)?(?:我)?${whenZh}(?:我|请|你|您|再|来|就|会|可以)*(?:${doZh}(?:我|一下|给我|这个|这份|问卷|它)*)?[吗]?${particle}`;
const awayZh = `(?:我们?|${whenNow}|正|还|都|已经|一直|当时|那天|那时候?|那几天)*(?:在|请|休|放|正在)*(?:休假|请假|年假|病假|产假|事假|婚假|陪产假|探亲假|度假|放假|出差|住院|外地|生病|病|不在(?:公司|办公室|单位|岗))(?:中|期间|着|里)?${particle}`;
const whyAbsent =
  '(?:我们?|临时|有事|请了?[年病产事婚]?假了?|生病了?|病了|出差了?|在?(?:休假|开会|住院)|那天|当天|当时|那时|这次|上次|根本|其实|都|实在|所以|就|并|也|[,，、 ])*';
const absentZh = `${whyAbsent}(?:(?:没有?|未|没能|没法|不能|无法)(?:能|有)?(?:去|来)?(?:参加|出席|参与|到场|上课|去|来|赶上)(?:过|成)?(?:这个|这次|那个|那次|该|那天的?|这场)?(?:培训|课程?|活动|学习|班)?|缺席|缺课|不在场)${particle}`;
const refusedZh =
  '(?:我|还是|就|真的?|实在|也|可以|能不能|[,， ])*(?:不想|不愿意?|不要|不用|不必|懒得|拒绝|不打算|不)(?:再)?(?:填写?|答|回答|做|写|参与|评价)(?:这个|这份|问卷|任何|调查|它)*(?:行吗|吗|可以吗)?';
const noThanksZh =
  '(?:不用|不必|不要|算|不需要|没兴趣|不感兴趣|免|跳过|不填|不答|不想)(?:了|啦|吧|啊|哈|哦|这个|这份|这次|问卷)*(?:[,， ]*谢谢(?:您|你)?)?';
const goneZh = `(?:我们?|本人)(?:已经?|早就?|刚|都|快|马上|就要|要|将|现在)*(?:离职|辞职|离开(?:了)?(?:公司|单位|贵司)|退休|不在(?:这|这家|贵|你们|原)?(?:里|公司|单位)(?:上班|工作|干|做)?)${particle}|(?:已经?|早就?|都)(?:离职|辞职|退休)${particle}`;

/**
 * Sentences that say what a button of the questionnaire says: not now, away, not there, rather not; and that somebody
 * is gone. In lower case, plain width, plain apostrophes. They do nothing: whoever says it is shown what to press.
 */
export const typedButtons: readonly RegExp[] = [
  `(?:${postponing}[,;.:!\\s–—-]+)?(?:and |so |but |please )?(?:${willDo}|${remind})`,
  `${notNow}[,;.:!\\s–—-]+(?:because )?${postponing}`,
  postponing,
  `(?:${away}|${absentMyself})${until}`,
  absent,
  notThere,
  refused,
  gone,
  `(?:(?:${busyZh}|${mine})[,，。;；!！\\s]*)?${laterZh}`,
  busyZh,
  mine,
  awayZh,
  absentZh,
  refusedZh,
  noThanksZh,
  goneZh,
].map((sentence) => new RegExp(`^(?:${sentence})$`, 'u'));

const answers =
  '(?:(?:all|any) (?:of )?)?(?:(?:my|our|the|these|those|this|your|all) )?(?:(?:individual|own|anonymous) )?(?:answers?|responses?|feedback|comments?|scores?|ratings?|results?|questionnaires?|surveys?|repl(?:y|ies)|data|forms?|names?|words)';
const asSaid =
  "what (?:i|we)(?: have|'ve)? (?:say|said|write|wrote|written|answer|answered|type|typed|fill in|filled in|think)(?: here)?";
const things = `(?:${answers}|it|this|that|them|everything|${asSaid})`;
const really =
  '(?: (?:really|truly|actually|fully|completely|totally|all|100%|100 %|kept|stored|treated|be|as))*';
const others =
  '(?:(?:my|our|the|your) )?(?:managers?|boss(?:es)?|supervisors?|trainers?|instructors?|teachers?|hr|company|employer|colleagues?|training department|department|management|anyone|anybody|someone|somebody|people|others|they|you)(?: else)?';
const questionnaire =
  '(?:this|it|that|these|those|(?:this|the|that|these|your) (?:questionnaires?|surveys?|bot|forms?|questions?|messages?|follow-?ups?|cards?|chat))';

const whatFor = '(?:什么用?|啥用?|干什么|干嘛|干吗|干啥|做什么|做啥|做什么用|干什么用)';
const who = '(?:谁|哪些人|什么人|哪个人|哪些领导|哪位|有谁|都有谁)';
const see = '(?:看得?到|看得?见|看|查看|读到?|收到|拿到|知道)';
/** One sign at a time: words that may part in two ways take for ever to be ruled out. */
const answersZh = '[我们大家的所这些个份填写答说评过了问卷案回价反馈留言意见内容结果数据信息什么东西话]';
const subject =
  '(?:请问)?[这些个份那它此我们你您的填写答说评所问卷调查回访表格案价反馈留言意见内容结果信息数据东西话]*';
const adverbs = '[是不否会真能都完全程确实]*';
const secret = '(?:匿名|实名|保密|不?记名|公开|安全|隐私)';
const othersZh =
  '(?:我们?|你们|您)?的?(?:领导|老板|经理|上级|主管|讲师|老师|培训部|公司|同事|别人|其他人|他们|你们|人事|hr|部门|有人|会有人)们?';

/**
 * Questions about what becomes of answers, who sees them and what they are for. In lower case, plain width, plain
 * apostrophes; a question mark may be gone.
 */
export const typedQuestions: readonly RegExp[] = [
  `(?:is|are|will)(?: (?:this|it|that|everything)| ${answers})${really} (?:anonymous(?:ly)?|anonymi[sz]ed|confidential(?:ly)?|private|secret|secure|safe|recorded|shared|identifiable|traceable|non-anonymous)(?: or not)?`,
  `(?:how )?(?:anonymous|confidential|private|safe)(?: is| are)? (?:this|it|${answers})|anonymous(?:ly)?|(?:and )?(?:privacy|data protection)(?: policy)?`,
  `who (?:(?:all|else) )?(?:(?:can|could|will|would|may|is going to|is able to|is allowed to|gets to) )?(?:be able to )?(?:sees?|reads?|views?|gets?|receives?|has access to|have access to|looks? at) ${things}`,
  `who (?:(?:will|can) )?knows? (?:${asSaid}|my answers?|who i am)`,
  `(?:will|can|could|does|do|would|may|is|are) ${others}(?: be able to| get to| going to| allowed to)? (?:sees?|read|know|find out|view|get|access|identify|trace)(?: about)? (?:${things}|me|(?:that )?it(?:'s| is| was) me|who i am|who (?:said|wrote|answered|i am)(?: what| it| this)?)`,
  `(?:is|are|will) my name (?:be )?(?:shown|recorded|stored|kept|visible|attached|saved|on it|there)|do (?:i|you) (?:have to |need to )?(?:give|write|record|store|save|keep|need|know) my name`,
  `(?:what|where)(?: will| does| do|'s|s| is| are)?(?: happens?| become| becomes| go| done)?(?: (?:to|of|with))? ${answers}(?: (?:go|used for|stored|kept|be used for|saved))?`,
  `what (?:do|will|are) (?:you|they) (?:do|doing|going to do) with (?:${things})|how (?:is|are|will) (?:${things}) (?:be )?(?:used|stored|kept)`,
  `what(?:'s|s| is| are) ${questionnaire}(?: all)?(?: for| about| good for)?|what for|what(?:'s|s| is) the (?:point|purpose|use|reason|aim|goal)(?: of (?:${questionnaire}|(?:doing|answering|filling in) (?:this|it)))?`,
  `why (?:should|must|do|would|shall|am|are|did|is) (?:i|we|you)(?: (?:have|need|got|want|being|be))?(?: to)? (?:answer(?:ing)?|fill(?:ing)?|complete|asked|asking|ask|get(?:ting)?|receiv(?:e|ing)|send(?:ing)?|writing|write|messaging|message|contacting|contact|do|doing)(?: (?:me|us|this|it|that|these|those|the|a|any|all|in|out|to|again|questionnaires?|surveys?|questions?|messages?|forms?|do|answer|fill))*`,
  `why(?: (?:this|these|another|a))?(?: (?:questionnaires?|surveys?|questions|messages?))?`,
  `${subject}${adverbs}${secret}[的填写回答吗么嘛吧呢]*[?]`,
  `${subject}${adverbs}${secret}[的填写回答]*[吗么嘛吧呢]`,
  `${subject}(?:是不是|是否|会不会|匿不)[真的完全会]*${secret}[的填写回答]*`,
  `${subject}${secret}(?:的)?还是${secret}的?|匿名|保密|隐私`,
  `(?:请问)?(?:都|还|会)?${who}(?:都|还|会|能|可以|可|能够|将|有权)*(?:(?:看得?到|看得?见|看|查看|读到?|收到|拿到)${answersZh}*|知道${answersZh}+|知道是我)[吗呢啊呀]?`,
  `(?:请问)?${answersZh}*(?:都|会|能|可以|被|给|让|是给)*${who}(?:都|会|能|可以)*(?:${see})?(?:的|呢|啊|呀|了)*`,
  `(?:请问)?${othersZh}(?:都|会|能|可以|是)*(?:会不会|能不能|是不是|可不可以|是否)(?:会|能|可以|都)*${see}${answersZh}*(?:是谁|谁)?${answersZh}*[吗呢]?`,
  `(?:请问)?(?:会不会|会|能不能|能)?(?:被|让)?${othersZh}(?:都|会|能|可以|是)*${see}${answersZh}*(?:是谁|谁)?${answersZh}*[吗么嘛]`,
  `(?:请问)?(?:问卷)?(?:会不会|需不需要|要不要)(?:记录?|显示|写|填|留|署)(?:下|上)?(?:我们?的?|真实)?(?:姓名|名字|名)`,
  `(?:请问)?(?:问卷)?(?:会|要|需要|用)(?:记录?|显示|写|填|留|署)(?:下|上)?(?:我们?的?|真实)?(?:姓名|名字|名)[吗么]`,
  `(?:请问)?(?:我们?|大家)?(?:为什么|为啥|为何|干嘛|干吗|凭什么)(?:一定|非|还|又|总是?|老是?|每次|都)*(?:要|得|需要|让|叫|给|找|问|发)*(?:我们?|大家)?(?:要|来|去|再)?(?:填写?|做|回答|答|写|发|问)?(?:这|那|个|份|些|种|问卷|调查|回访|表格?|问题|消息|我|给|了)*[呢啊呀的]*`,
  `(?:请问)?(?:这|这个|这份|这些|那个)(?:问卷|调查|回访|表格?|机器人|消息|东西)?(?:到底|究竟)?(?:是|用来|拿来|有)?(?:${whatFor})(?:用|的|呢|啊|呀|东西)*`,
  `(?:请问)?(?:填写?|做|答)?(?:这|这个|这份|这些|那个|它)?(?:问卷|调查|回访|表格?)?了?(?:到底)?(?:有|是)(?:什么|啥)(?:用|用处|意义|目的|作用)[呢啊呀]?`,
  `(?:请问)?(?:${answersZh})+(?:会|是|要)?(?:用来|拿来|用于|拿去|用在)(?:${whatFor}|哪里?|哪儿)[的呢]*`,
].map((sentence) => new RegExp(`^(?:${sentence})$`, 'u'));

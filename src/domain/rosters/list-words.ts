/** What people write around a list of participants. */

const totalWords =
  /^(?:[合总小共]\s*计|总\s*(?:数|人数|和)|人数|(?:grand |sub-?)?total|sum|count|number of (?:participants|people))\s*(?:[（(][^）)]*[）)])?\s*[：:=]?\s*(?:\d+\s*(?:人|名|位|people|participants|persons)?)?$|^共\s*\d+\s*[人名位]?$/iu;

const noteWords =
  /^(?:备注|注意?\s*[：:]|附注|说明|提示|制表|填表|填报|审核|审批|批准|统计|打印|导出|更新|截[至止]|以上|以下|本表|第\s*\d+\s*页|notes?\b|nb\b|n\.b\.|remarks?\b|please\b|generated\b|exported\b|printed\b|prepared\b|created\b|report\b|confidential|page \d|end of\b|last updated|source\s*:|[*※†—]|-{2,}|={2,})/iu;

/** Whom to ask, beside an address that is nobody’s on the list. */
const contactWords =
  /^(?:联系|咨询|如有|有疑问|报名|负责|发至|发送|邮件|邮箱|电话|备注|注[：:]|(?:contact|questions?|enquir\w*|inquir\w*|e-?mail|tel|phone|send|reply|notes?)\b[^:：]{0,40}[:：]|(?:please|for help|for questions)\b)/iu;

/** People below it may not be on the list. */
const sectionWords =
  /候补|候補|候選|替补|替補|备选|等候|等待名单|取消|退出|退训|未参加|不参加|未出席|缺席|waiting|wait ?list|stand-?by|reserve|cancel|withdr|dropped|no.?show|absent|declined|not attend/iu;

/** In its own line a total has numbers beside it, or its own name again. */
export const isTotalText = (text: string): boolean => totalWords.test(text);

export const isNoteText = (text: string): boolean => noteWords.test(text);

/** `制表人：王芳`, `人力资源部（盖章）：`, `Date: 2026-08-01`, and notes. */
export const isLabelled = (text: string): boolean =>
  noteWords.test(text) || /^\p{L}[\p{L}\p{N} ()（）]*[：:]/u.test(text);

export const isContactNote = (text: string): boolean => contactWords.test(text);

/** A heading of a part of the list, of those who may not be on it: `候补名单`, `Cancelled participants`. */
export const isSection = (text: string): boolean => sectionWords.test(text) && text.length <= 40;

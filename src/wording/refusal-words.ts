import type { RefusalCode, RefusalDetails } from '../domain/kernel/refusal.ts';
import type { Text } from '../domain/kernel/text.ts';
import { type GivenRole, givenRoles, type Role } from '../domain/people/person.ts';
import { formatList } from './format.ts';
import { allOf, partyNames, roleExamples } from './role-words.ts';
import { spaced } from './spaced.ts';

const isGiven = (role: Role): role is GivenRole => givenRoles.some((one) => one === role);

/** Names of roles, with a comma between. */
const rolesOf = (names: string | number): Role[] =>
  (Object.keys(partyNames) as Role[]).filter((role) => `${names}`.split(',').includes(role));

const always = (text: Text) => (): Text => text;

/** People, a line each. */
const eachOf = (lines: string | number): Text => {
  const people = `${lines}`.split('\n');
  return { zh: formatList(people, 'zh'), en: formatList(people, 'en') };
};

/** What is said for each refusal, with what to try. */
const sentences: Readonly<Record<RefusalCode, (details: RefusalDetails) => Text>> = {
  'not-allowed': ({ who = '', inPerson = 0 }) => {
    const roles = rolesOf(who);
    const { zh, en } = allOf(roles.map((role) => partyNames[role]));
    const help = { zh: '发送“帮助”可以看到您能做的事。', en: 'Send “help” to see what you can do.' };
    if (roles.length === 0) {
      return { zh: `抱歉，您目前不能这样做。${help.zh}`, en: `Sorry, you may not do this. ${help.en}` };
    }
    // Nobody is made a trainee or an instructor for the asking.
    const canHelp = roles.some((role) => isGiven(role) || role === 'manager');
    return {
      zh: `抱歉，只有${zh}${inPerson ? '本人' : ''}可以这样做，您目前不在其中。${canHelp ? '需要时请找他们帮忙。' : ''}${help.zh}`,
      en: `Sorry, only these may do this${inPerson ? ', in person' : ''}: ${en}. ${canHelp ? 'Ask one of them if you need it. ' : ''}${help.en}`,
    };
  },
  'not-yours': always({
    zh: '这份卡片是发给另一位同事的，您自己的内容请在与我的聊天里查看。',
    en: 'This card was meant for somebody else. What is yours is in your own chat with me.',
  }),
  'unknown-visit': always({
    zh: '没有找到这次回访。发送“待办”可以看到还在等您的问卷。',
    en: 'I cannot find this questionnaire. Send “pending” to see what is waiting for you.',
  }),
  'unknown-training': ({ asked }) => ({
    zh: asked
      ? `没有找到与“${asked}”相符的培训，请检查培训编号或名称。`
      : '没有找到这个培训，请检查培训编号或名称。',
    en: asked
      ? `I found no training that matches “${asked}”. Please check its code or title.`
      : 'I found no such training. Please check its code or title.',
  }),
  'unknown-person': ({ asked, near }) => {
    if (near) {
      return {
        zh: `没有找到“${asked}”。您是不是指：${eachOf(near).zh}？请写全名或邮箱。`,
        en: `I do not know “${asked}”. Did you mean: ${eachOf(near).en}? Please write the whole name or the e-mail address.`,
      };
    }
    return {
      zh: asked
        ? `没有找到“${asked}”，请使用花名册里的邮箱再试一次。`
        : '没有找到这位同事，请使用花名册里的邮箱再试一次。',
      en: asked
        ? `I do not know “${asked}”. Please try the e-mail address from the roster.`
        : 'I do not know this person. Please try the e-mail address from the roster.',
    };
  },
  'several-people': ({ asked, near = '' }) => ({
    zh: `有不止一位同事叫“${asked}”：${eachOf(near).zh}。请改用邮箱。`,
    en: `More than one person is called “${asked}”: ${eachOf(near).en}. Please use the e-mail address.`,
  }),
  'unknown-issue': always({
    zh: '没有找到这个问题，它可能来自一张较早的卡片。',
    en: 'I cannot find this issue; the card may be an old one.',
  }),
  'unknown-improvement': always({
    zh: '没有找到这项改进措施，它可能来自一张较早的卡片。',
    en: 'I cannot find this improvement; the card may be an old one.',
  }),
  'round-not-open': always({
    zh: '这次回访还没有开始，开始时我会告诉您。',
    en: 'This follow-up has not begun yet. I will tell you when it does.',
  }),
  'account-held': always({
    zh: '您好！我还不能确定这个账号是哪位同事的，已经请培训部确认。确认之前先不给您看任何内容，您的资料和问卷都在，不会丢。',
    en: 'Hello! I am not sure yet whose account this is, so I have asked the training department. Until they have answered I show nothing here; nothing of yours is lost.',
  }),
  'round-closed': always({
    zh: '这次回访已经结束，不再接收答案了。谢谢您的心意。',
    en: 'This follow-up is over and takes no more answers. Thank you all the same.',
  }),
  'visit-ended': always({
    zh: '这份问卷已经办结，不用再做什么了。',
    en: 'This questionnaire is settled; there is nothing left to do.',
  }),
  'answer-missing': always({
    zh: '还有必答的题目没有填，请补上后再继续。',
    en: 'A question still needs an answer. Please fill it in and go on.',
  }),
  'answer-not-understood': always({
    zh: '有一个答案没能读懂，请再选一次。',
    en: 'One of the answers could not be read. Please choose it again.',
  }),
  'text-too-long': ({ most }) => ({
    zh: most ? `文字太长了，请控制在 ${most} 个字以内。` : '文字太长了，请写短一些。',
    en: most
      ? `The text is too long; please keep it under ${most} characters.`
      : 'The text is too long; please shorten it.',
  }),
  'date-not-understood': always({
    zh: '没有读懂这个日期，请从日历里选择，或写成 2026-11-30 这样。',
    en: 'I could not read that date. Please pick it from the calendar or write it like 2026-11-30.',
  }),
  'date-missing': always({
    zh: '请先选一天。',
    en: 'Please choose the day first.',
  }),
  'date-not-ahead': always({
    zh: '这个日期已经过去了，请选择今天之后的日期。',
    en: 'That date is not ahead of us. Please choose a later one.',
  }),
  'owner-missing': always({
    zh: '请选择一位负责人。',
    en: 'Please choose who is responsible.',
  }),
  'owner-not-here': always({
    zh: '这位同事我还联系不上，请另选一位，或请对方先安装我。',
    en: 'I cannot reach this person yet. Please choose somebody else, or ask them to install me first.',
  }),
  'measure-missing': always({
    zh: '请写一句要做什么。',
    en: 'Please write in a sentence what is to be done.',
  }),
  'issue-already-assigned': ({ owner }) => ({
    zh: owner ? spaced`这个问题已经由${owner}负责了。` : '这个问题已经有人负责了。',
    en: owner
      ? `${owner} is already responsible for this issue.`
      : 'Somebody is already responsible for this issue.',
  }),
  'period-not-understood': always({
    zh: '没有读懂这个时间段。可以这样写：报告、报告 第三季度、报告 Q3 2025、报告 2026。',
    en: 'I could not read that period. These work: report, report Q3, report Q3 2025, report 2026.',
  }),
  'period-not-begun': always({
    zh: '这个时间段还没有开始，还没有可以报告的内容。',
    en: 'That period has not begun, so there is nothing to report yet.',
  }),
  'report-not-offered': ({ asked = '', near = '', code = '' }) => {
    const names = near === '' ? [] : `${near}`.split('\n');
    const [zh, en] = [names.map((name) => `报告 ${name}`), names.map((name) => `report ${name}`)];
    return {
      zh: `没有单看“${asked}”的报告可以给您。可以发送：${['报告', '报告 Q3', ...zh].join('、')}。${code === '' ? '' : `想看这个培训到哪一步了，请发送“进度 ${code}”。`}`,
      en: `I have no report on “${asked}” alone for you. These work: ${['report', 'report Q3', ...en].join(', ')}.${code === '' ? '' : ` To see how far that training is, send “status ${code}”.`}`,
    };
  },
  'only-in-channel': always({
    zh: '这一项请在频道里使用：在频道中 @我 并发送同样的内容。',
    en: 'This works in a channel: mention me there and send the same words.',
  }),
  'only-in-chat': always({
    zh: '这一项请在与我的单独聊天里使用。',
    en: 'This works in your own chat with me.',
  }),
  'chat-first': always({
    zh: '内容只能单独发给您，可我还不能给您发消息。请先打开与我的聊天，安装后随便说一句，再试一次。',
    en: 'This is for you alone, but I cannot write to you yet. Please open a chat with me first, say anything, and try again.',
  }),
  'role-not-understood': ({ near = '' }) => {
    const { zh, en } = allOf(rolesOf(near).map((role) => partyNames[role]));
    return {
      zh: `没有读懂是哪个角色。${zh === '' ? '' : `您是不是指：${zh}？`}${roleExamples.zh}`,
      en: `I could not read which role that is. ${en === '' ? '' : `Did you mean: ${en}? `}${roleExamples.en}`,
    };
  },
  'department-missing': always({
    zh: '这个角色要写明是哪个部门，例如：角色 mei@example.com 部门负责人 销售部。',
    en: 'This role needs a department, for example: role mei@example.com department head Sales.',
  }),
  'unknown-department': ({ asked = '', near = '' }) => ({
    zh: `花名册里没有“${asked}”这个部门。${near === '' ? '请按花名册里的写法再试一次。' : `相近的有：${near}。`}`,
    en: `No roster names a department “${asked}”. ${near === '' ? 'Please write it as the rosters do.' : `Close to it: ${near}.`}`,
  }),
  'last-staff-member': always({
    zh: '这是最后一位培训管理员，请先添加另一位再移除。',
    en: 'This is the last member of the training staff. Please add another one first.',
  }),
  'deputy-not-understood': always({
    zh: '没有读懂。可以这样写：代理 李伟 到 2026-12-10、代理 李伟 从 12月1日 到 12月10日、代理 取消。',
    en: 'I could not read that. These work: deputy Li Wei until 2026-12-10, deputy Li Wei from 2026-12-01 until 2026-12-10, deputy off.',
  }),
  'deputy-yourself': always({
    zh: '代理人要另选一位同事。',
    en: 'Somebody else has to stand in for you.',
  }),
  'deputy-too-long': always({
    zh: '代理最长一年。时间更长的话，应由培训管理员或培训负责人直接授予对方角色。',
    en: 'A deputy stands in for a year at most. For longer they need the role itself, which training staff and the training head give.',
  }),
  'person-left': ({ asked = '' }) => ({
    zh: `“${asked}”已按离职处理。如果弄错了，请发送“离职 ${asked} 撤销”。`,
    en: `“${asked}” is noted as having left. If that is wrong, send “left ${asked} undo”.`,
  }),
  'left-yourself': always({
    zh: '自己的离职请由另一位培训管理员来登记。',
    en: 'Another member of the training staff has to note that you leave.',
  }),
  'same-not-understood': always({
    zh: '没有读懂是哪两位。可以这样写：是同一人 保留的邮箱 另一个邮箱，或者：是同一人 李伟，李玮。',
    en: 'I could not read which two you mean. These work: same anna.berg@example.com berg@example.com, or: same Anna Berg, Anna Berger. The first one stays.',
  }),
  'same-already': ({ asked = '', near = '' }) => ({
    zh: spaced`这两个在我这里已经是同一个人了：${asked}，${eachOf(near).zh}。`,
    en: `These are one person in my records already: ${asked}, ${eachOf(near).en}.`,
  }),
  'same-meanwhile': always({
    zh: '其中一位刚才已经并入了别的条目，请重新发送“是同一人”看看现在的情况。',
    en: 'One of them has meanwhile been joined with somebody else. Please send “same” again to see how things stand.',
  }),
  'form-not-understood': always({
    zh: '没有读懂这次提交，卡片可能已经过时。请使用最新的卡片再试一次。',
    en: 'I could not read what was sent; the card may be out of date. Please try again with the latest one.',
  }),
  'try-again-soon': always({
    zh: '刚才没有办成，请过一分钟再试一次。您填写的内容还在卡片里，已提交的也不会丢失。',
    en: 'That did not work just now. Please try again in a minute: what you filled in is still in the card, and nothing handed in is lost.',
  }),
};

export const refusalText = (code: RefusalCode, details: RefusalDetails = {}): Text =>
  sentences[code](details);

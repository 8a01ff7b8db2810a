import { didNotAttend, later, onLeave, rather } from '../../wording/questionnaire-words.ts';
import { stopping } from '../../wording/stop-words.ts';
import { command } from './command.ts';
import { typedButtons } from './typed-buttons.ts';
import { waitingStores, withWaiting } from './with-waiting.ts';

const buttons = [later, onLeave, rather, didNotAttend];

/** Somebody wants no more messages, or types what a button says: nothing is switched off, they are told what comes to an end by itself and what they can press. */
export const stop = command({
  name: 'stop',
  words: {
    zh: [
      ...[
        '停止',
        '停',
        '停下',
        '停一停',
        '退订',
        '退出',
        '取消订阅',
        '免打扰',
        '别发了',
        '不要发了',
        '不要再发了',
      ],
      ...buttons.map(({ zh }) => zh),
    ],
    en: [
      ...['stop', 'stop it', 'stop this', 'unsubscribe', 'opt out', 'leave me alone', 'quit', 'mute'],
      ...buttons.map(({ en }) => en),
    ],
  },
  said: [
    ...typedButtons,
    /^(?:stop|do(?: not|n['’]t)|never|quit)(?: (?:sending|messaging|writing|reminding|bothering|contacting|spamming|asking|pinging|emailing|disturbing|send|message|write|remind|bother|contact|spam|ask|ping|email|disturb))(?: to)?(?: me| us)?(?: (?:any|these|this|those|more|all|your|with|anything))*(?: (?:messages?|reminders?|questionnaires?|notifications?|surveys?|e-?mails?|mails?|cards?))?(?: (?:any ?more|again|to me|to us|ever))*$/,
    /^(?:no|stop)(?: (?:more|the|these|those|all|any|your))* (?:messages?|reminders?|questionnaires?|notifications?|surveys?|e-?mails?|mails?)(?: any ?more)?$/,
    /^i (?:do(?: not|n['’]t)) want(?: to (?:get|receive|have|see))?(?: (?:any|more|these|those|your))* (?:messages?|reminders?|questionnaires?|notifications?|surveys?|e-?mails?|mails?)(?: any ?more)?$/,
    /^我?(?:请?不要|请?别|请勿|不用|不想|不需要|不必|停止|取消)(?:再|继续|老是?|总是?|一直)*(?:[给跟向对让]我们?|接?收到?|打扰|烦|骚扰|联系|催|提醒|推送|发送|发|通知)+(?:我们?)?(?:[这那]些|[这那]种|任何|你的|您的)?(?:消息|信息|问卷|通知|提醒|推送|调查|卡片|邮件)?(?:给我们?)?[了啦]?$/,
  ],
  permission: 'help',
  answersIn: 'place',
  uses: waitingStores,
  places: ['personal', 'channel'],
  run: async (call, on) => withWaiting(on, call, stopping.withCards, stopping.alone),
});

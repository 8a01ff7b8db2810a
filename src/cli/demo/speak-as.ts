import type { Language } from '../../domain/kernel/text.ts';
import { atTheKeyboard, type DemoPerson } from './demo-people.ts';
import { personalChat } from './playground.ts';

/** Who speaks, and how they live: the Playground itself says English and the machine's zone for everybody. */
export interface Voice {
  readonly person: DemoPerson;
  readonly language: Language;
}

export interface SpokenActivity {
  readonly from?: { readonly id?: unknown };
  readonly conversation?: { readonly id?: unknown };
}

export const demoZone = 'Asia/Shanghai';
const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Everybody's own chat with the bot; the Playground has one only. */
export const chatOf = ({ id }: DemoPerson): string => `demo-chat-${id}`;

/** What the Playground's user did, as if this person had done it; what others did stays theirs. */
export const speakAs = <Activity extends SpokenActivity>(
  activity: Activity,
  { person, language }: Voice,
  serviceUrl: string,
) => ({
  ...activity,
  serviceUrl,
  ...(activity.from?.id === atTheKeyboard.id ? { from: { ...activity.from, ...identityOf(person) } } : {}),
  ...(activity.conversation?.id === personalChat
    ? { conversation: { ...activity.conversation, id: chatOf(person) } }
    : {}),
  ...habitsOf(language),
});

export const identityOf = ({ id, name }: DemoPerson) => ({ id, aadObjectId: id, name });

export const habitsOf = (language: Language) => ({ locale: locales[language], localTimezone: demoZone });

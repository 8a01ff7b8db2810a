import type { Language } from '../../domain/kernel/text.ts';
import { type ChairName, chairWords } from '../../wording/demo-chair-words.ts';
import { type Chair, chairs } from './chairs.ts';

export type DemoRequest =
  | { readonly kind: 'next' | 'who' | 'no-such-chair' | 'not-understood' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'sit'; readonly chair: Chair };

const forward = ['', 'next', '下一步', '继续'];
const asked = ['who', 'who am i', 'whoami', '谁', '我是谁', '是谁', '现在是谁'];
const spoken: Readonly<Record<string, Language>> = {
  english: 'en',
  en: 'en',
  英文: 'en',
  英语: 'en',
  中文: 'zh',
  chinese: 'zh',
  zh: 'zh',
};
const sitting =
  /^(?:sit as|be|become|as|i am|i'm|im|扮演|我是|我当|当|作为|换成|换)\s*(?:(?:the|an?)\s+)?(.*)$/u;

/** What else people call a chair than its title. */
const alsoCalled: Readonly<Record<ChairName, readonly string[]>> = {
  trainee: ['participant', 'learner', '参训人', '员工'],
  instructor: ['trainer', 'teacher', 'lecturer', '老师', '教师', '培训师'],
  manager: ['line manager', 'boss', '经理', '上级', '领导'],
  staff: ['staff', 'training', 'hr', '管理员', '培训专员', '专员', '培训部'],
};

/** Reads what follows `/demo`: `next`, `as instructor`, `我是讲师`, `as Zhao Lei`, `who`, `中文`. */
export const readDemoRequest = (text: string): DemoRequest => {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[?？。.!！\s]+$/u, '')
    .trim();
  if (forward.includes(said)) return { kind: 'next' };
  if (asked.includes(said)) return { kind: 'who' };
  const language = spoken[said];
  if (language !== undefined) return { kind: 'language', language };
  const called = sitting.exec(said)?.[1];
  const chair = chairs.find((one) => isCalled(one, called ?? said));
  if (chair !== undefined) return { kind: 'sit', chair };
  return { kind: called === undefined ? 'not-understood' : 'no-such-chair' };
};

const isCalled = ({ name, person }: Chair, called: string): boolean => {
  const { title } = chairWords[name];
  const names = [title.zh, title.en, ...alsoCalled[name], person.name, person.called.zh, person.called.en];
  return names.some((one) => one.toLowerCase() === called);
};

import { describe, expect, it } from 'vitest';
import { callOf, chairs } from '../../../src/cli/demo/chairs.ts';
import { readDemoRequest } from '../../../src/cli/demo/read-demo-request.ts';
import { languages } from '../../../src/domain/kernel/text.ts';

const chairAsked = (text: string): string => {
  const asked = readDemoRequest(text);
  return asked.kind === 'sit' ? asked.chair.person.name : asked.kind;
};

describe('what can be said to the demo', () => {
  it.each([
    ['as instructor', '陈刚 Chen Gang'],
    ['As The Instructor.', '陈刚 Chen Gang'],
    ['I’m the manager', '王梅 Wang Mei'],
    ['i am a trainee', '林晓 Lin Xiao'],
    ['as staff', '李娜 Li Na'],
    ['trainer', '陈刚 Chen Gang'],
    ['as zhao lei', '赵磊 Zhao Lei'],
    ['扮演 学员', '林晓 Lin Xiao'],
    ['扮演讲师', '陈刚 Chen Gang'],
    ['我是讲师', '陈刚 Chen Gang'],
    ['扮演 经理', '王梅 Wang Mei'],
    ['我是培训专员！', '李娜 Li Na'],
    ['扮演 孙悦', '孙悦 Sun Yue'],
  ])('“%s” asks for the chair of %s', (text, person) => {
    expect(chairAsked(text)).toBe(person);
  });

  it.each(['who', 'Who am I?', '谁', '我是谁？'])('“%s” asks whose chair it is', (text) => {
    expect(readDemoRequest(text)).toEqual({ kind: 'who' });
  });

  it.each(['', 'next', '下一步'])('“%s” lets the next thing happen', (text) => {
    expect(readDemoRequest(text)).toEqual({ kind: 'next' });
  });

  it('a chair that does not exist is told apart from words that mean nothing', () => {
    expect(readDemoRequest('as emperor').kind).toBe('no-such-chair');
    expect(readDemoRequest('我是皇帝').kind).toBe('no-such-chair');
    expect(readDemoRequest('please').kind).toBe('not-understood');
  });

  it.each(chairs)('the chair of $person.name is had by what the demo calls it', (chair) => {
    for (const language of languages) {
      expect(readDemoRequest(`as ${callOf(chair)[language]}`)).toEqual({ kind: 'sit', chair });
      expect(readDemoRequest(`扮演 ${callOf(chair)[language]}`)).toEqual({ kind: 'sit', chair });
    }
  });
});

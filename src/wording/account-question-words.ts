import type { Text } from '../domain/kernel/text.ts';
import type { QuestionReason } from '../domain/people/account.ts';
import { spaced } from './spaced.ts';

/** To staff: whose an account is. */
export const questionEyebrow: Text = { zh: '账号确认', en: 'Accounts' };
export const questionTitle: Text = { zh: '这是谁的账号？', en: 'Whose account is this?' };
export const accountLine = (name: string, addresses: readonly string[]): Text => ({
  zh: `账号：${[name, ...addresses].join(' · ')}`,
  en: `Account: ${[name, ...addresses].join(' · ')}`,
});

const reasons: Readonly<Record<QuestionReason, (people: string, owner: string) => Text>> = {
  guest: (people) =>
    people === ''
      ? {
          zh: '这是外部来宾的账号，我还不认识对方。',
          en: 'It is a guest’s account, and I do not know them yet.',
        }
      : {
          zh: spaced`这是外部来宾的账号，邮箱和${people}的一样。`,
          en: `It is a guest’s account with an address of ${people}.`,
        },
  'two-people': (people) => ({
    zh: spaced`它的邮箱分别是几个人的：${people}。`,
    en: `Its addresses are those of several people: ${people}.`,
  }),
  'has-left': (people) => ({
    zh: spaced`这个邮箱是${people}的，而对方已登记离职。`,
    en: `The address is that of ${people}, who is noted as having left.`,
  }),
  'reused-address': (people) => ({
    zh: spaced`这个邮箱以前是${people}的，对方自己的账号现在用别的邮箱。`,
    en: `The address was that of ${people}, whose own account has another one by now.`,
  }),
  'second-account': (people) => ({
    zh: spaced`${people}已经有账号了，这是邮箱相同的另一个账号。`,
    en: `${people} has an account already; this is another one with the same address.`,
  }),
  'has-role': (people) => ({
    zh: spaced`邮箱和${people}的一样，而对方有角色，不能自动对上。`,
    en: `The address is that of ${people}, who holds a role; so I do not match it by myself.`,
  }),
  'also-of': (people, owner) => ({
    zh: spaced`这是${owner}的账号，可它现在也用${people}的邮箱。`,
    en: `It is the account of ${owner}, and has an address of ${people} by now.`,
  }),
};
/** Why it is asked; `people`: whose it may be, `owner`: whose it is already. */
export const whyAsked = (why: QuestionReason, people: string, owner: string): Text =>
  reasons[why](people, owner);
export const nothingShown: Text = {
  zh: '您确认之前，这个账号看不到任何人的内容，也收不到消息。',
  en: 'Until you have said, it is shown nothing of anybody’s and gets nothing.',
};

/** What will happen, for each answer. */
export const ifSame: Text = { zh: '如果是同一个人', en: 'If it is the same person' };
export const sameGets: Text = {
  zh: '账号归本人：等着填的问卷和填过的内容都能看到。',
  en: 'It is theirs: it gets the questionnaires that wait and what they have filled in.',
};
export const sameRoles = (name: string, roles: Text): Text => ({
  zh: spaced`${name}的角色也在这个账号上生效：${roles.zh}。`,
  en: `It may do what ${name} may: ${roles.en}.`,
});
export const sameWrites: Text = {
  zh: '有几个账号时，消息发到最近用过、又能收到的那一个。',
  en: 'Of several accounts I write to the one used last that I can reach.',
};
export const sameLeft = (name: string): Text => ({
  zh: spaced`${name}仍按离职处理；人回来了，请再发送“离职 ${name} 撤销”。`,
  en: `${name} stays noted as having left; if they are back, say “left ${name} undo” as well.`,
});
export const ifAnother: Text = { zh: '如果是另一个人', en: 'If it is another person' };
export const anotherGets: Text = {
  zh: '账号单独算一个人，看不到对方的任何内容。',
  en: 'It becomes somebody of their own, without anything of theirs.',
};
export const neverAgain: Text = {
  zh: '以后也不再按这个邮箱对上。',
  en: 'It is never matched by that address again.',
};
export const addressGiven = (addresses: string, name: string): Text => ({
  zh: spaced`${addresses}从此指这位新同事；${name}以前的记录都留着。`,
  en: `${addresses} means the newcomer from now on; what was there of ${name} stays.`,
});
export const unknownGets: Text = {
  zh: '账号按自己的邮箱算一个人，花名册里写到这个邮箱时就是对方。',
  en: 'It becomes somebody under its own address, whom a roster may name by it.',
};
export const ifOne = (one: string, other: string): Text => ({
  zh: `如果两边是同一个人，请发送：/same ${one} ${other}`,
  en: `If the two are one person, say: /same ${one} ${other}`,
});
export const ifTwo: Text = {
  zh: '如果是两个人，账号不再按对方的邮箱对上，其他都不变。',
  en: 'If they are two, the account is never matched by the other’s address; nothing else changes.',
};

export const sayItIs = (name: string): Text => ({ zh: spaced`就是${name}`, en: `It is ${name}` });
export const sayAnother: Text = { zh: '是另一个人', en: 'Another person' };
export const sayLetIn: Text = { zh: '可以，认识对方', en: 'Yes, I know them' };
export const sayTwo: Text = { zh: '是两个人', en: 'They are two people' };

/** After it. */
export const saidSame = (name: string): Text => ({
  zh: spaced`已确认：账号是${name}的`,
  en: `Settled: the account is ${name}’s`,
});
export const saidAnother = (name: string): Text => ({
  zh: spaced`已确认：账号不是${name}的`,
  en: `Settled: the account is not ${name}’s`,
});
export const saidKnown: Text = { zh: '已确认：认识对方', en: 'Settled: they are known' };
export const saidBy = (name: string): Text => ({
  zh: spaced`${name}已经回答。弄错了可以在这里改。`,
  en: `Answered by ${name}. If that was wrong, it can be changed here.`,
});
export const wrongItIs = (name: string): Text => ({
  zh: spaced`弄错了，就是${name}`,
  en: `Wrong: it is ${name}`,
});
export const wrongAnother: Text = { zh: '弄错了，是另一个人', en: 'Wrong: another person' };

/** `/accounts`. */
export const nothingAsked: Text = {
  zh: '没有等您确认的账号。',
  en: 'No account waits for your word.',
};
export const accountsWaiting = (count: number): Text => ({
  zh: `有 ${count} 个账号等您确认是谁的`,
  en: count === 1 ? 'One account waits for your word' : `${count} accounts wait for your word`,
});
export const accountsLead: Text = {
  zh: '确认之前，这些账号看不到任何人的内容。',
  en: 'Until you have said whose they are, they are shown nothing of anybody’s.',
};
export const openQuestion = (name: string): Text => ({ zh: spaced`查看：${name}`, en: `Look at ${name}` });
export const moreAccounts = (count: number): Text => ({
  zh: `还有 ${count} 个，答完这些再看。`,
  en: count === 1 ? 'And one more, once these are settled.' : `And ${count} more, once these are settled.`,
});

import type { Text } from '../../domain/kernel/text.ts';

/** Somebody of the demo's company. Their directory id is also their id in the Playground: only then can the bot write first. */
export interface DemoPerson {
  readonly id: string;
  /** As everybody sees it, in both scripts. */
  readonly name: string;
  readonly called: Text;
  readonly email: string;
  readonly givenName: string;
  readonly surname: string;
}

const person = (number: number, givenName: string, surname: string, zh: string): DemoPerson => ({
  id: `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`,
  name: `${zh} ${surname} ${givenName}`,
  called: { zh, en: `${surname} ${givenName}` },
  email: `${givenName}.${surname}@demo.example`.toLowerCase(),
  givenName,
  surname,
});

export const demoTenant = '00000000-0000-4000-8000-0000000000ff';

export const linXiao = person(1, 'Xiao', 'Lin', '林晓');
export const wangMei = person(2, 'Mei', 'Wang', '王梅');
export const chenGang = person(3, 'Gang', 'Chen', '陈刚');
export const liNa = person(4, 'Na', 'Li', '李娜');
export const zhaoLei = person(5, 'Lei', 'Zhao', '赵磊');
export const sunYue = person(6, 'Yue', 'Sun', '孙悦');

/** Whom the Playground takes for the person at its keyboard, whoever that is for the bot. */
export const atTheKeyboard = linXiao;

/** The Playground wants five besides. */
export const otherPeople: readonly DemoPerson[] = [wangMei, chenGang, liNa, zhaoLei, sunYue];

/** More participants, so that a manager has people enough to see figures; they only answer. */
export const colleagues: readonly DemoPerson[] = [
  person(7, 'Min', 'Zhou', '周敏'),
  person(8, 'Tao', 'Wu', '吴涛'),
  person(9, 'Jie', 'Zheng', '郑洁'),
  person(10, 'Qiang', 'Huang', '黄强'),
  person(11, 'Jing', 'Xu', '徐静'),
  person(12, 'Chao', 'Ma', '马超'),
  person(13, 'Lin', 'Zhu', '朱琳'),
  person(14, 'Jun', 'Hu', '胡军'),
  person(15, 'Fang', 'He', '何芳'),
];

export const everybody: readonly DemoPerson[] = [atTheKeyboard, ...otherPeople, ...colleagues];

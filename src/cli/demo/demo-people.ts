/** One of the Playground's six people. Their directory id is also their Playground id: only then can the bot write first. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly givenName: string;
  readonly surname: string;
}

const person = (number: number, givenName: string, surname: string, name: string): DemoPerson => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  name,
  email: `${givenName}.${surname}@demo.example`.toLowerCase(),
  givenName,
  surname,
});

export const demoTenant = '00000000-0000-4000-8000-0000000000ff';

/** The person at the keyboard: trainee, instructor, manager and training staff at once. */
export const atTheKeyboard = person(1, 'Xiao', 'Lin', '林晓 Lin Xiao');

export const otherPeople: readonly DemoPerson[] = [
  person(2, 'Mei', 'Wang', '王梅 Wang Mei'),
  person(3, 'Gang', 'Chen', '陈刚 Chen Gang'),
  person(4, 'Na', 'Li', '李娜 Li Na'),
  person(5, 'Lei', 'Zhao', '赵磊 Zhao Lei'),
  person(6, 'Yue', 'Sun', '孙悦 Sun Yue'),
];

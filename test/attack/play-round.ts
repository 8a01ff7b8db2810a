import { setTimeout as pause } from 'node:timers/promises';
import { fillPage } from '../support/answer-questionnaire.ts';
import { participant, type RosterLine } from '../support/roster-lines.ts';
import type { EarlierOffice } from '../support/start-earlier-office.ts';
import type { CardInput } from '../support/teams-tenant/card.ts';
import type { InputValue } from '../support/teams-tenant/card-inputs.ts';
import type { SeenCard } from '../support/teams-tenant/chat.ts';
import type { Person } from '../support/teams-tenant/person.ts';
import { seededRandom } from '../support/teams-tenant/seeded-random.ts';
import type { TeamsTenant } from '../support/teams-tenant/tenant.ts';

/** What somebody really said, by their mail address: what the attack is measured against, and is not told. */
export type Truth = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Stage {
  readonly office: Pick<EarlierOffice, 'setTime' | 'imports'>;
  readonly tenant: TeamsTenant;
}

const random = seededRandom(26);
const below = (most: number): number => Math.floor(random() * most);

const words = 'room chairs pace slides cases practice notes lunch noise screen groups examples'.split(' ');
const someWords = (count: number): string =>
  Array.from({ length: count }, () => words[below(words.length)] ?? '').join(' ');
let comments = 0;
/** Everybody writes something else; every tenth writes much. */
const comment = (): string => {
  comments += 1;
  return `Remark ${1000 + below(9000)}${comments}: ${someWords(comments % 10 === 0 ? 110 : 3 + below(12))}`;
};
const opinion = (input: CardInput): InputValue | undefined => {
  if (input.type === 'Input.ChoiceSet') return input.choices[below(input.choices.length)]?.value;
  const most = typeof input.json.maxLength === 'number' ? input.json.maxLength : undefined;
  return input.type === 'Input.Text' && random() < 0.8 ? comment().slice(0, most) : undefined;
};

/** Two trainings; in each one department and one manager have a single person. */
const trainings = ['SALES-26', 'LAW-26'] as const;
const size = 26;
const latecomers = 2;
const line = (nth: number, training: number): RosterLine => {
  const department = nth <= 10 ? 'Sales' : nth <= 18 ? 'Service' : nth <= 24 ? 'Back office' : `Alone ${nth}`;
  return participant(nth + 40 * training, {
    training_code: trainings[training] ?? '',
    course: `Course of ${trainings[training]}`,
    title: `Course of ${trainings[training]}`,
    start: '2026-08-13',
    end: '2026-08-14',
    department,
    manager_email: nth === 24 ? 'just.one@contoso.example' : 'mara@contoso.example',
  });
};

/**
 * A round of two trainings as people make it: they begin one after the other and in between each other, go back, change what
 * they said, stop half-way, were not there, are taken off the roster or come late. Ends while the rounds are open.
 */
export const playRound = async ({ office, tenant }: Stage): Promise<Truth> => {
  const lines = trainings.flatMap((_, training) =>
    Array.from({ length: size }, (_, index) => line(index + 1, training)),
  );
  const late = trainings.flatMap((_, training) =>
    Array.from({ length: latecomers }, (_, index) => line(size + 1 + index, training)),
  );
  const people = new Map<string, Person>();
  for (const { name, email } of [...lines, ...late]) {
    const person = tenant.person({ name, email, locale: 'en-US' });
    await person.installs();
    people.set(email, person);
  }
  await office.imports(lines);
  office.setTime(new Date('2026-08-17T09:00+08:00'));

  const truth = new Map<string, Map<string, string>>();
  const shown = new Map<string, SeenCard>();
  const presses = async (email: string, verb: string): Promise<void> => {
    const person = people.get(email);
    const card = shown.get(email);
    if (person === undefined || card === undefined) throw new Error(`${email} has no card`);
    if (!card.actions.some((action) => action.verb === verb)) return;
    const answers = verb === 'answer-page' || verb === 'answer-back';
    const inputs = answers ? fillPage(card, opinion) : {};
    const pressed = await person.presses(card, verb, { inputs });
    if (pressed.status !== 200 || pressed.card === undefined) throw new Error(`${verb}: ${pressed.text}`);
    shown.set(email, pressed.card);
    const said = truth.get(email) ?? new Map<string, string>();
    for (const [key, value] of Object.entries(inputs)) said.set(key, String(value));
    if (said.size > 0) truth.set(email, said);
  };
  const firstCard = (email: string) =>
    tenant.waitFor(() => people.get(email)?.chat.cards.find(({ text }) => text.includes('1 of')), {
      timeout: 60_000,
    });
  const arrive = async (some: readonly RosterLine[]): Promise<void> => {
    for (const { email } of some) shown.set(email, await firstCard(email));
  };
  await arrive(lines);

  await interleaved(lines, presses);
  // Somebody who has begun is taken off the roster; others come late.
  const gone = [line(3, 0), line(4, 1)].map((one) => ({ ...one, withdrawn: 'yes' }));
  await office.imports([...lines.filter(({ email }) => !gone.some((one) => one.email === email)), ...gone]);
  await office.imports(late);
  await arrive(late);
  await interleaved(late, presses);
  return truth;
};

/** More than any questionnaire has: nobody presses on where there are fewer. */
const mostPages = 12;

/** What somebody does, in order; by their place in the roster. */
const planOf = (nth: number): readonly string[] => {
  const pages = (count: number) => Array<string>(count).fill('answer-page');
  if (nth % 17 === 0) return [];
  if (nth % 13 === 0) return ['answer-page', 'did-not-attend', 'did-not-attend'];
  if (nth % 7 === 0) return pages(1);
  if (nth % 11 === 0) return pages(2);
  const all = nth % 4 === 0 ? ['answer-page', 'answer-back', ...pages(mostPages)] : pages(mostPages);
  return nth % 5 === 0 ? [...all, 'change-answers', ...pages(mostPages)] : all;
};

const interleaved = async (
  lines: readonly RosterLine[],
  presses: (email: string, verb: string) => Promise<void>,
): Promise<void> => {
  const queues = lines.map(({ email }, index) => ({ email, plan: [...planOf(1 + (index % size))] }));
  for (let step = 0; ; step += 1) {
    const open = queues.filter(({ plan }) => plan.length > 0);
    if (open.length === 0) return;
    // Now and then several at the same moment.
    const crowd = new Set(Array.from({ length: step % 20 === 19 ? 12 : 1 }, () => open[below(open.length)]));
    await Promise.all(
      [...crowd].map(async (one) => {
        const verb = one?.plan.shift();
        if (one !== undefined && verb !== undefined) await presses(one.email, verb);
      }),
    );
    // People are a moment apart: a clock of milliseconds tells them from each other.
    await pause(2);
  }
};

import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { AccountQuestionView, AskedPerson } from '../../../views/people/account-question-view.ts';
import * as words from '../../../wording/account-question-words.ts';
import { allOf } from '../../../wording/role-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { type NoticePart, noticeCard } from '../notice-card.ts';

/** As many as fit a row beside the other answer; of more, staff put people together first. */
const mostPeople = 3;

/** To staff: whose an account is, and what each answer means; once answered, what was said and the way back. */
export const accountQuestionCard = (view: AccountQuestionView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: words.questionEyebrow,
      title: questionHeading(view),
      parts: [
        { lines: facts(view) },
        ...(view.answer === undefined ? whatFollows(view) : answered(view.answer)),
      ],
      buttons: buttons(view, language),
    },
    language,
  );

/** What the card says first; its summary too. */
export const questionHeading = ({ answer, people }: AccountQuestionView): Text => {
  if (answer === undefined) return words.questionTitle;
  const about = people.find(({ person }) => person === answer.person);
  if (about === undefined) return words.saidKnown;
  return answer.said === 'same' ? words.saidSame(about.name) : words.saidAnother(about.name);
};

const facts = ({ name, addresses, why, people, owner, answer }: AccountQuestionView): Text[] => [
  words.accountLine(name, addresses),
  words.whyAsked(why, people.map((one) => one.name).join('、'), owner?.name ?? ''),
  ...(answer === undefined && why !== 'also-of' ? [words.nothingShown] : []),
];

const answered = ({ by }: NonNullable<AccountQuestionView['answer']>): NoticePart[] => [
  { lines: [words.saidBy(by)], subtle: true },
];

const whatFollows = ({ why, people, owner }: AccountQuestionView): NoticePart[] => {
  const [first] = people;
  if (first === undefined) return [{ lines: [words.unknownGets] }];
  if (why === 'also-of') return [{ lines: [words.ifOne(owner?.email ?? '', first.email), words.ifTwo] }];
  const given = people.filter((one) => one.given.length > 0);
  return [
    { heading: words.ifSame, lines: [words.sameGets, ...people.flatMap(itsRights), words.sameWrites] },
    {
      heading: words.ifAnother,
      lines: [
        words.anotherGets,
        ...(given.length === people.length ? [] : [words.neverAgain]),
        ...given.map((one) => words.addressGiven(one.given.join('、'), one.name)),
      ],
    },
  ];
};

const itsRights = ({ name, roles, hasLeft }: AskedPerson): Text[] => {
  if (hasLeft) return [words.sameLeft(name)];
  return roles.length === 0 ? [] : [words.sameRoles(name, allOf(roles))];
};

const buttons = (
  { account, over, why, people, answer }: AccountQuestionView,
  language: Language,
): Button[] => {
  const about = { account, over };
  const others = people.filter(({ person }) => answer?.said !== 'same' || person !== answer.person);
  const same = why === 'also-of' ? [] : others.slice(0, mostPeople);
  const itIs = answer === undefined ? words.sayItIs : words.wrongItIs;
  return [
    ...same.map(({ person, name }) => button('account-same', itIs(name), language, { ...about, person })),
    ...(answer?.said === 'another'
      ? []
      : [button('account-another', elseText(why, people, answer), language, about)]),
  ];
};

const elseText = (
  why: AccountQuestionView['why'],
  people: AccountQuestionView['people'],
  answer: AccountQuestionView['answer'],
): Text => {
  if (answer !== undefined) return words.wrongAnother;
  if (why === 'also-of') return words.sayTwo;
  return people.length === 0 ? words.sayLetIn : words.sayAnother;
};

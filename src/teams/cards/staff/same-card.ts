import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { SameView } from '../../../views/people/same-view.ts';
import { formatList } from '../../../wording/format.ts';
import { allOf } from '../../../wording/role-words.ts';
import {
  confirmSame,
  leaveSame,
  sameAccount,
  sameAccounts,
  sameAnsweredTwice,
  sameDoneLead,
  sameDoneTitle,
  sameEyebrow,
  sameForGood,
  sameImprovements,
  sameKept,
  sameLead,
  sameLeftLine,
  sameLeftTitle,
  sameOther,
  sameResults,
  sameRoles,
  sameRounds,
  sameTitle,
  sameTrainings,
} from '../../../wording/same-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

const who = ({ kept, other }: SameView): Text[] => [
  sameKept(kept.name, kept.email),
  sameOther(other.name, other.email),
];

const followsFrom = (view: SameView): Text[] => [
  ...(view.trainings === 0 ? [] : [sameTrainings(view.trainings)]),
  ...(view.rounds === 0 ? [] : [sameRounds(view.rounds)]),
  ...(view.answeredTwice === 0 ? [] : [sameAnsweredTwice(view.answeredTwice)]),
  sameResults,
  ...(view.improvements === 0 ? [] : [sameImprovements(view.improvements)]),
  ...(view.roles.length === 0 ? [] : [sameRoles(allOf(view.roles))]),
  ...accountsOf(view.accounts),
];

const accountsOf = ([used, ...others]: readonly string[]): Text[] => {
  if (used === undefined) return [];
  if (others.length === 0) return [sameAccount(used)];
  return [sameAccounts(used, { zh: formatList(others, 'zh'), en: formatList(others, 'en') })];
};

/** To staff, before two are made one: what will follow, to be confirmed or left. */
export const sameCard = (view: SameView, language: Language): AdaptiveCard => {
  const data = { kept: view.kept.person, other: view.other.person };
  return noticeCard(
    {
      eyebrow: sameEyebrow,
      title: sameTitle(view.kept.name, view.other.name),
      parts: [
        { lines: who(view) },
        { lines: [sameLead] },
        { lines: followsFrom(view) },
        { lines: [sameForGood], subtle: true },
      ],
      buttons: [
        button('same-confirm', confirmSame, language, data, 'destructive'),
        button('same-leave', leaveSame, language, data),
      ],
    },
    language,
  );
};

/** After it: what followed. */
export const sameDoneCard = (view: SameView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: sameEyebrow,
      title: sameDoneTitle(view.kept.name),
      parts: [{ lines: who(view) }, { lines: [sameDoneLead] }, { lines: followsFrom(view) }],
    },
    language,
  );

export const sameLeftCard = (
  { kept, other }: Pick<SameView, 'kept' | 'other'>,
  language: Language,
): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: sameEyebrow,
      title: sameLeftTitle,
      parts: [{ lines: [sameLeftLine(kept.name, other.name)] }],
    },
    language,
  );

import type { Language, Text } from '../../../domain/kernel/text.ts';
import type { LeavingView } from '../../../views/people/leaving-view.ts';
import {
  confirmLeft,
  leavingEyebrow,
  leavingLead,
  leavingTitle,
  leftDeputies,
  leftImprovements,
  leftInPeace,
  leftLead,
  leftRoles,
  leftTitle,
  leftVisits,
  returnedLine,
  returnedTitle,
  undoLeft,
} from '../../../wording/leaving-words.ts';
import { allOf } from '../../../wording/role-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { button } from '../button.ts';
import { noticeCard } from '../notice-card.ts';

const followsFrom = ({ visits, roles, hasDeputy, standsInFor, improvements }: LeavingView): Text[] => [
  ...(visits === 0 ? [] : [leftVisits(visits)]),
  ...(roles.length === 0 ? [] : [leftRoles(allOf(roles))]),
  ...(hasDeputy || standsInFor > 0 ? [leftDeputies] : []),
  ...(improvements === 0 ? [] : [leftImprovements(improvements)]),
  leftInPeace,
];

/** To staff, before it is noted that somebody has left: what will follow, to be confirmed. */
export const leavingCard = (view: LeavingView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: leavingEyebrow,
      title: leavingTitle(view.name),
      parts: [{ lines: [leavingLead] }, { lines: followsFrom(view) }],
      buttons: [button('left-confirm', confirmLeft, language, { person: view.person }, 'destructive')],
    },
    language,
  );

/** After it: what followed, and the way back. */
export const leftCard = (view: LeavingView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: leavingEyebrow,
      title: leftTitle(view.name),
      parts: [{ lines: [leftLead] }, { lines: followsFrom(view) }],
      buttons: [button('left-undo', undoLeft, language, { person: view.person })],
    },
    language,
  );

export const returnedCard = ({ name }: Pick<LeavingView, 'name'>, language: Language): AdaptiveCard =>
  noticeCard(
    { eyebrow: leavingEyebrow, title: returnedTitle(name), parts: [{ lines: [returnedLine] }] },
    language,
  );

import { type Language, same, type Text } from '../../../domain/kernel/text.ts';
import type { CommentsView } from '../../../views/analysis/comments-view.ts';
import * as words from '../../../wording/comment-words.ts';
import { dayText } from '../../../wording/dates.ts';
import { itemAbout } from '../../../wording/figure-words.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { type Button, button } from '../button.ts';
import { type NoticePart, noticeCard } from '../notice-card.ts';

/** What people wrote in a round, a page of it (P3). */
export const commentsCard = (view: CommentsView, language: Language): AdaptiveCard =>
  noticeCard(
    {
      eyebrow: words.commentsEyebrow(view.questionnaire, dayText(view.dueDate)),
      title: same(view.training),
      parts: [
        { lines: about(view), subtle: true },
        ...view.questions.flatMap(({ item, instructor, texts }) =>
          // Each stands apart: one may have several lines.
          texts.map(
            (text, at): NoticePart => ({
              ...(at === 0 ? { heading: itemAbout(item, instructor) } : {}),
              lines: [same(text)],
            }),
          ),
        ),
      ],
      buttons: buttons(view, language),
    },
    language,
  );

const shownIn = ({ questions }: CommentsView): number =>
  questions.reduce((sum, { texts }) => sum + texts.length, 0);

const about = (view: CommentsView): Text[] => {
  const { after, count, ofPart, withheld, settings } = view;
  const shown = shownIn(view);
  return [
    shown === 0 ? words.noComments : words.commentsRange(after + 1, after + shown, count),
    ...(ofPart ? [words.wholeRound] : []),
    ...(withheld ? [words.withheldComments(settings.minimumGroup.comments)] : []),
  ];
};

const buttons = (view: CommentsView, language: Language): Button[] => {
  const { round, after, count } = view;
  const next = after + shownIn(view);
  return [
    ...(next < count && next > after
      ? [button('comments-page', words.moreComments, language, { round, after: next })]
      : []),
    ...(after > 0 ? [button('comments-page', words.firstComments, language, { round, after: 0 })] : []),
  ];
};

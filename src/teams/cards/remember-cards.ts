import type { VisitId } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';

interface View {
  readonly visit: VisitId;
}

/** Stands for the visit in a card that is kept. A view in which somebody typed the letter is laid out by itself. */
const letter = '\uE001';
const mark = `${letter}visit${letter}` as VisitId;
const mostKept = 200;

/**
 * A page that many people get alike, but for the visit it is about, is laid out once and kept as text: laying
 * one out costs more than all the rest of sending it. The oldest is forgotten first.
 */
export const rememberCards = <Shown extends View>(
  lay: (view: Shown, language: Language) => AdaptiveCard,
): ((view: Shown, language: Language) => AdaptiveCard) => {
  const kept = new Map<string, string>();
  return (view, language) => {
    const { visit: _own, ...shared } = view;
    const written = JSON.stringify(shared);
    if (written.includes(letter)) return lay(view, language);
    const anybodys = { ...view, visit: mark };
    const key = `${language} ${written}`;
    let text = kept.get(key);
    if (text === undefined) {
      text = JSON.stringify(lay(anybodys, language));
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      kept.set(key, text);
    }
    const visit = JSON.stringify(view.visit).slice(1, -1);
    return JSON.parse(text.replaceAll(mark, () => visit)) as AdaptiveCard;
  };
};

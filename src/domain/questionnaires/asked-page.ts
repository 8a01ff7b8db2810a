import type { PersonId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Item } from './questionnaire.ts';

export interface AskedInstructor {
  readonly person: PersonId;
  readonly name: string;
}

/** One question as it is put to a person: an item, or an item about one of several instructors. */
export interface AskedItem {
  /** `item` or `item@person`: the key of its answer everywhere. */
  readonly key: string;
  readonly item: Item;
  readonly instructor?: AskedInstructor;
  /** What this person said at an earlier visit, for their own eyes. */
  readonly recalled?: readonly Text[];
}

/** One page as it is put to people: what does not apply to the training's mode is gone, instructor pages are repeated. */
export interface AskedPage {
  /** `page` or `page@person`. */
  readonly id: string;
  readonly title: Text;
  readonly lead?: Text;
  readonly instructor?: AskedInstructor;
  readonly items: readonly AskedItem[];
}

import type { Language } from '../../domain/kernel/text.ts';
import type { Chair } from './chairs.ts';

/** What the demo changes while it runs. */
export interface DemoState {
  language: Language;
  /** Where whoever is at the keyboard sits. */
  chair: Chair;
}

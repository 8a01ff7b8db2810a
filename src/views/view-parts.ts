import type { Means } from '../domain/means.ts';
import type { Stores } from '../domain/stores.ts';

/** Everything views are put together from; each takes the few it needs (`Pick<ViewParts, 'rounds' | 'settings'>`). */
export interface ViewParts
  extends Stores,
    Pick<Means, 'calendar' | 'clock' | 'settings' | 'questionnaires' | 'responseKeys'> {}

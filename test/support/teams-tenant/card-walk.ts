import { type Fields, isFields } from './activity.ts';

/** Parts of a card that hold no elements of their own. */
const closed = new Set(['fallback', 'refresh', 'msteams', 'choices.data', 'requires', 'metadata']);

const notOnPhones = /^(Chart\.|CodeBlock$|Media$)/;

/**
 * Calls `see` for every object of a card in reading order, saying whether a reader sees it.
 * On `mobile`, elements that phones cannot draw give way to their fallback.
 */
export function visit(
  card: Fields,
  client: 'desktop' | 'mobile',
  see: (node: Fields, visible: boolean, parentKey: string) => void,
): void {
  const walk = (value: unknown, visible: boolean, key: string): void => {
    if (Array.isArray(value)) {
      for (const part of value) walk(part, visible, key);
      return;
    }
    if (!isFields(value)) return;
    if (client === 'mobile' && notOnPhones.test(String(value.type ?? ''))) {
      walk(value.fallback, visible, key);
      return;
    }
    const shown = visible && value.isVisible !== false;
    see(value, shown, key);
    for (const [name, part] of Object.entries(value)) {
      const isPayload = name === 'data' && String(value.type ?? '').startsWith('Action.');
      if (!closed.has(name) && !isPayload) walk(part, shown, name);
    }
  };
  walk(card, true, '');
}

import type { TellProgress } from '../domain/imports/apply-import.ts';

/** Where a bar is drawn: a terminal, or a file that keeps lines. */
export interface ProgressPlace {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const places = 30;
/** In a file or a log, a line for each tenth. */
const steps = 10;

/** A bar that grows on a terminal; elsewhere plain lines, the first and the last among them. */
export const progressBar = (place: ProgressPlace): TellProgress => {
  let told = -1;
  return (done, of) => {
    const share = of === 0 ? 1 : done / of;
    const text = `${Math.floor(share * 100)}%  ${done.toLocaleString('en-US')} / ${of.toLocaleString('en-US')}`;
    if (place.isTTY === true) {
      const full = Math.floor(share * places);
      place.write(`\r[${'█'.repeat(full)}${'░'.repeat(places - full)}] ${text}${done >= of ? '\n' : ''}`);
      return;
    }
    const step = Math.floor(share * steps);
    if (step === told) return;
    told = step;
    place.write(`${text}\n`);
  };
};

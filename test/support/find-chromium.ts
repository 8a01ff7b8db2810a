import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The Chromium of this machine: the one named by CHROMIUM_PATH, else the first on the PATH; none is a value. */
export const findChromium = (environment: NodeJS.ProcessEnv = process.env): string | undefined => {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
};

/** For programs that are of no use without one. Throws with what to do. */
export const requireChromium = (): string => {
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error('No Chromium found: install one (apt-get install chromium), or name it in CHROMIUM_PATH.');
};

/** Quiet, also as root in a container, and asking nothing of the network. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

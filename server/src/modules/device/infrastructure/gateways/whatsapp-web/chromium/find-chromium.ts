import { access, constants } from 'node:fs/promises';
import { bundledChromium } from './bundled-chromium.js';

/** Where systems put a Chromium, Chrome or Edge. */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser to run: `asked` (CHROMIUM_PATH) and no other when it is set, else the system's, else the
 * one that npm brought, unpacked below `home`. Null when there is none.
 */
export async function findChromium(asked: string | null, home: string): Promise<string | null> {
  if (asked !== null) return (await isExecutable(asked)) ? asked : null;
  for (const path of SYSTEM_BROWSERS) if (await isExecutable(path)) return path;
  return bundledChromium(home);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

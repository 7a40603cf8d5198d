import type { Library, WhatsappWindow } from '../page-types.js';

/**
 * Runs in the page: lets the library send a `File` that the browser read from the disk. Its own way is
 * the whole file as base64 through the debugging protocol, several copies of it in both processes.
 */
export function takeFiles(): void {
  const page = globalThis as unknown as WhatsappWindow;
  const original = page.WWebJS.mediaInfoToFile as Library['mediaInfoToFile'] & {
    takesFiles?: true;
  };
  if (original.takesFiles) return;
  page.WWebJS.mediaInfoToFile = Object.assign(
    (info: Parameters<Library['mediaInfoToFile']>[0]) => info.roomFile ?? original(info),
    { takesFiles: true as const },
  );
}

/** Runs in the page: a file input for the browser to read a file into. */
export function makeFileInput(): unknown {
  const page = globalThis as unknown as {
    document: { createElement(tag: 'input'): { type: string } };
  };
  const input = page.document.createElement('input');
  input.type = 'file';
  return input;
}

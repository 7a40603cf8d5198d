import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Name of the function that every payload calls: whoever runs it has run a stranger's code. */
const CALLED = 'struck';

/** Turns what is before it around on screen (RIGHT-TO-LEFT OVERRIDE): `exe.gpj` for `jpg.exe`. */
const TURN = '\u202E';

/**
 * Texts that would be code where somebody mistook text for markup, an address, a template or a formula.
 * `short` fits every field (30 characters), `long` those of 120 and more.
 */
export const PAYLOADS = {
  short: `<img src=x onerror=${CALLED}()>`,
  long: `"'><script>${CALLED}()</script><svg onload=${CALLED}()>{{constructor.constructor("${CALLED}()")()}}${TURN}x`,
  address: `javascript:${CALLED}()`,
  formula: `=HYPERLINK("javascript:${CALLED}()","${CALLED}")`,
} as const;

/** What a page has become of which it should only have shown the text; as text, since it runs in the page. */
const TRACES = `[...document.querySelectorAll('*')].flatMap((element) => {
  const { name, value } = [...element.attributes].find(({ name, value }) => /^on/i.test(name) ||
    (/^(href|src|action|formaction|data)$/i.test(name) && /^\\s*javascript:|^x$/i.test(value))) ?? {};
  const injected = element.localName === 'script' && element.textContent.includes('${CALLED}');
  return name || injected ? [element.localName + ' ' + name + '=' + value] : [];
})`;

/** Looks out for payloads that strike, in every page of the context of `page`. */
export async function watchPayloads(page: Page): Promise<{ expectNone(): Promise<void> }> {
  const struck: string[] = [];
  const context = page.context();
  await context.exposeFunction(CALLED, () => struck.push('ran'));
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/x')) struck.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    // A form with something in it may ask whether to leave.
    if (dialog.type() !== 'beforeunload') struck.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  return {
    expectNone: async () => {
      const traces = await page.evaluate<string[]>(TRACES);
      expect({ url: page.url(), struck, traces }).toEqual({
        url: page.url(),
        struck: [],
        traces: [],
      });
    },
  };
}

/** Calls the API as the person on the page does; answers the body. Anything but a success is an error. */
export async function call<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  return page.evaluate(
    `fetch(${JSON.stringify(path)}, {
      method: ${JSON.stringify(method)},
      headers: { 'Content-Type': 'application/json', 'X-Requested-By': 'prima' },
      body: ${JSON.stringify(body === undefined ? null : JSON.stringify(body))},
    }).then(async (answer) => {
      const text = await answer.text();
      if (!answer.ok) throw new Error(${JSON.stringify(`${method} ${path}: `)} + answer.status + ' ' + text);
      return text === '' ? null : JSON.parse(text);
    })`,
  );
}

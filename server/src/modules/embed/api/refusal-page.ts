import type { Response } from 'express';
import { errorSentence, errorTexts } from '#contracts/error-texts.js';
import type { DomainError } from '../../../platform/kernel/domain-error.js';

/** Words of the page itself. */
const WORDS = {
  id: { title: 'WhatsApp Broadcast tidak dapat dibuka', code: 'Kode' },
  en: { title: 'WhatsApp Broadcast cannot be opened', code: 'Code' },
} as const;

const STYLE =
  'body{margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas}' +
  'main{max-width:640px;margin:0 auto}h1{font-size:20px}small{opacity:.75}';

/**
 * Answers a refusal as a plain page without a script, since a browser shows it to a person. Says why for
 * those who set the dashboard up.
 *
 * @param nonce of the one style, which the policy of the response names
 */
export function sendRefusalPage(
  response: Response,
  { code, params }: DomainError,
  language: 'id' | 'en',
  nonce: string,
): void {
  const { title, code: codeWord } = WORDS[language];
  const sentence = errorSentence(code, language, params);
  response
    .status(errorTexts[code].status)
    .type('html')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<meta name="color-scheme" content="light dark"><title>${title}</title>` +
        `<style nonce="${nonce}">${STYLE}</style></head><body><main><h1>${title}</h1>` +
        `<p>${escaped(sentence)}</p><small>${codeWord}: ${code}</small></main></body></html>`,
    );
}

/** Values in the sentence may come from the request. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${String(character.charCodeAt(0))};`);

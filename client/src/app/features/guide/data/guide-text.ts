import { httpResource } from '@angular/common/http';
import { type Token, lexer } from 'marked';

/** The user guide: its title, and the blocks below it as Markdown tokens. */
export interface Guide {
  readonly title: string;
  readonly blocks: readonly Token[];
}

/** Reads the user guide, which ships with the client. Call in an injection context. */
export function guideText() {
  return httpResource.text(() => '/panduan.md', { parse: readGuide });
}

/** Splits the Markdown of the guide into its first heading and the rest. */
export function readGuide(markdown: string): Guide {
  const blocks = lexer(markdown).filter(({ type }) => type !== 'space');
  const [first, ...rest] = blocks;
  return first?.type === 'heading' ? { title: textOf(first), blocks: rest } : { title: '', blocks };
}

/** Name that links within the guide use for a heading: as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Parts of a token; none for a leaf. */
export function partsOf(token: Token): readonly Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

/** What a token says, without its marks. */
export function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

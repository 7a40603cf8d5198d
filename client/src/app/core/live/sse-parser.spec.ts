import { describe, expect, it } from '@jest/globals';
import { SseParser } from './sse-parser.js';

const read = (...chunks: string[]) => {
  const parser = new SseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

describe('SseParser', () => {
  it.each<[string, string[], string[]]>([
    ['one event', ['data: {"a":1}\n\n'], ['{"a":1}']],
    ['two events of a chunk', ['data: a\n\ndata: b\n\n'], ['a', 'b']],
    ['an event in pieces', ['da', 'ta: a', 'b\n', '\n'], ['ab']],
    ['CRLF, cut between CR and LF', ['data: a\r', '\n\r\n'], ['a']],
    ['several data lines', ['data: a\ndata: b\n\n'], ['a\nb']],
    ['no space after the colon', ['data:a\n\n'], ['a']],
    ['only the first space is a separator', ['data:  a\n\n'], [' a']],
    ['comments, names and ids', [': ping\n\nevent: x\nid: 7\ndata: a\n\n'], ['a']],
    ['an event that is not finished', ['data: a\n'], []],
    ['an empty keep-alive', ['\n\n\n'], []],
  ])('reads %s', (_, chunks, events) => {
    expect(read(...chunks)).toEqual(events);
  });

  it('cuts anywhere with the same result', () => {
    const stream = ': hi\r\ndata: satu\r\n\r\ndata: dua\ndata: tiga\n\n';
    for (let at = 0; at <= stream.length; at++) {
      expect(read(stream.slice(0, at), stream.slice(at))).toEqual(['satu', 'dua\ntiga']);
    }
  });
});

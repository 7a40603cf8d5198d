/**
 * Cuts a `text/event-stream` into the `data` of its events, whatever the borders of the chunks.
 * Follows the HTML standard §9.2.6 for what our server uses: `data` lines, comments, blank line as the
 * end of an event, LF or CRLF. Event names and ids carry nothing here and are skipped.
 */
export class SseParser {
  private rest = '';
  private data: string[] = [];

  /** The events that `chunk` completes. */
  push(chunk: string): string[] {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    const events: string[] = [];
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '') {
        if (this.data.length > 0) events.push(this.data.join('\n'));
        this.data = [];
      } else if (line.startsWith('data:')) {
        this.data.push(line.slice(line[5] === ' ' ? 6 : 5));
      }
    }
    return events;
  }
}

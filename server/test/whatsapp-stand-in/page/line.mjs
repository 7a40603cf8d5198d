/** The page's line to WhatsApp: events come in, questions go out. */
const AGAIN_MS = 200;

export class Line {
  page = '';
  #stream;

  constructor({ query, onEvent, onDown }) {
    Object.assign(this, { query, onEvent, onDown });
  }

  open() {
    this.#stream?.close();
    const stream = new EventSource(`/wa/stream?${new URLSearchParams(this.query())}`);
    this.#stream = stream;
    stream.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === 'hello') this.page = event.page;
      this.onEvent(event);
    };
    stream.onerror = () => {
      stream.close();
      if (this.#stream !== stream) return;
      this.page = '';
      this.onDown();
      setTimeout(() => this.#stream === stream && this.open(), AGAIN_MS);
    };
  }

  get up() {
    return this.page !== '';
  }

  /** As `ask`, but the page does nothing else until the answer is there. */
  askAndStandStill(what) {
    const request = new XMLHttpRequest();
    request.open('POST', `/wa/${what}?page=${this.page}`, false);
    request.send('{}');
  }

  async ask(what, question = {}, signal = undefined) {
    const answer = await fetch(`/wa/${what}?page=${this.page}`, {
      method: 'POST',
      signal,
      body: question instanceof Blob ? question : JSON.stringify(question),
    });
    return answer.json();
  }
}

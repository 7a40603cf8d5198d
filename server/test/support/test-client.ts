/** A browser that stands on the product's own page: keeps its cookie and says where it comes from. */
export class TestClient {
  private cookie: string | null = null;

  constructor(readonly url: string) {}

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send('GET', path, { headers });
  }

  async post(
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.send('POST', path, { headers, body });
  }

  async put(path: string, body?: unknown): Promise<Response> {
    return this.send('PUT', path, { body });
  }

  async patch(path: string, body?: unknown): Promise<Response> {
    return this.send('PATCH', path, { body });
  }

  async delete(path: string): Promise<Response> {
    return this.send('DELETE', path, {});
  }

  /** A request of any kind. A `FormData` goes as a file upload, everything else as JSON. */
  async send(
    method: string,
    path: string,
    given: {
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal;
    },
  ): Promise<Response> {
    const isJson = given.body !== undefined && !(given.body instanceof FormData);
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      signal: given.signal ?? null,
      headers: {
        Origin: this.url,
        'X-Requested-By': 'prima',
        ...(this.cookie !== null && { Cookie: this.cookie }),
        ...(isJson && { 'Content-Type': 'application/json' }),
        ...given.headers,
      },
      body: isJson ? JSON.stringify(given.body) : (given.body ?? null),
    });
    this.keepCookies(response);
    return response;
  }

  /** A second tab of the same browser. */
  tab(): TestClient {
    const tab = new TestClient(this.url);
    tab.cookie = this.cookie;
    return tab;
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';', 1)[0] ?? '';
      this.cookie = pair.endsWith('=') ? null : pair;
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';

/**
 * The cookie that carries a login. Over https it is bound to this host by its `__Host-` prefix. Over plain
 * http (this machine, or a trial) browsers drop such cookies, so there it has another name and no Secure.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor(@Inject(CONFIG) config: Config) {
    this.name = config.secureCookies ? '__Host-prima' : 'prima';
    this.options = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: config.secureCookies,
    };
  }

  /** The token that `request` carries, if any. */
  read(request: Request): string | null {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [name, value = ''] = pair.trim().split('=', 2);
      if (name === this.name && value !== '') return value;
    }
    return null;
  }

  /** Ends with the browser; when the login itself ends is the server's affair. */
  write(response: Response, token: string): void {
    response.cookie(this.name, token, this.options);
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}

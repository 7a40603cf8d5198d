import { randomBytes } from 'node:crypto';
import { All, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { ClientPage } from '../../../platform/http/client-page.js';
import { Public } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import { ourOrigin } from '../../../platform/http/same-origin.js';
import { policyOfPage, policyOfPlainPage } from '../../../platform/http/security-headers.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Log } from '../../../platform/logging/log.js';
import { LogOutFrames } from '../application/log-out-frames.js';
import { OpenFrame } from '../application/open-frame.js';
import { ReadSettings } from '../application/read-settings.js';
import { sendRefusalPage } from './refusal-page.js';

const NONCE_BYTES = 16;

/** A whole token within an address, where it must never be. */
const TOKEN_IN_ADDRESS = /[?&][^=]*token=|\/eyJ/u;

/**
 * The door for dashboards, outside of the API: a form is posted here from another site on purpose. Whoever
 * may frame us is named in each answer, refusals too, so that those can be read where they happen.
 */
@Controller('embed')
@ApiExcludeController()
@Public()
export class DoorController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly page: ClientPage,
    private readonly settings: ReadSettings,
    private readonly openFrame: OpenFrame,
    private readonly logOutFrames: LogOutFrames,
    private readonly log: Log,
  ) {}

  /** Public: the token of the host is what it asks for. Answers the page of the product, with a one-time code. */
  @Post('session')
  @Limited('embed')
  async open(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const origins = await this.settings.origins();
      const opened = await this.openFrame.run({
        token: this.tokenOf(request, 'token'),
        origin: originOf(request, origins),
        audience: ourOrigin(request, this.config),
      });
      const nonce = newNonce();
      const page = this.page.read(nonce, opened.code);
      if (page === null) throw new DomainError('REQUEST.NOT_FOUND');
      allowFrames(response, policyOfPage(nonce, opened.origins));
      response.status(200).type('html').send(page);
    } catch (error) {
      await this.refuse(request, response, error);
    }
  }

  /** Public: the token of the host is what it asks for. No browser comes here. */
  @Post('logout')
  @Limited('embed')
  async logOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const audience = ourOrigin(request, this.config);
      await this.logOutFrames.run(this.tokenOf(request, 'logout_token'), audience);
      response.status(200).json({});
    } catch (error) {
      const { code, params } = this.refusalOf(error);
      const status = code === 'EMBED.UNAVAILABLE' ? 503 : 400;
      response
        .status(status)
        .json({ error: 'invalid_request', error_description: code, ...params });
    }
  }

  /** Public: says what is wrong with an address that nobody should have made. */
  @All('*rest')
  async stray(@Req() request: Request, @Res() response: Response): Promise<void> {
    const isToken = TOKEN_IN_ADDRESS.test(request.originalUrl);
    const error = new DomainError(isToken ? 'EMBED.TOKEN_IN_URL' : 'EMBED.ENTRY_OVER');
    await this.refuse(request, response, error);
  }

  private tokenOf(request: Request, field: string): string {
    if (TOKEN_IN_ADDRESS.test(request.originalUrl)) throw new DomainError('EMBED.TOKEN_IN_URL');
    const body = request.body as Readonly<Record<string, unknown>> | undefined;
    const token = body?.[field];
    if (typeof token !== 'string') {
      throw new DomainError('EMBED.TOKEN_REFUSED', { reason: field });
    }
    return token;
  }

  private async refuse(request: Request, response: Response, error: unknown): Promise<void> {
    const refusal = this.refusalOf(error);
    const nonce = newNonce();
    // Without the database nobody may frame us: that is the policy of every answer already.
    const origins = await this.settings.origins().catch(() => []);
    allowFrames(response, policyOfPlainPage(nonce, origins));
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    sendRefusalPage(response, refusal, language, nonce);
  }

  private refusalOf(error: unknown): DomainError {
    if (error instanceof DomainError) {
      this.log.info('A frame was refused', { code: error.code, ...error.params });
      return error;
    }
    this.log.error('A frame could not be opened', error);
    return new DomainError('EMBED.UNAVAILABLE');
  }
}

/**
 * The page that posted the form, by the browser's word: a valid token must not be forced on somebody by
 * another site. Names what usually is wrong when the browser does not say.
 */
function originOf(request: Request, allowed: readonly string[]): string {
  if (allowed.length === 0) throw new DomainError('EMBED.OFF');
  const origin = request.get('Origin');
  if (origin === undefined || origin === 'null') throw new DomainError('EMBED.ORIGIN_UNKNOWN');
  if (!allowed.includes(origin)) {
    throw new DomainError('EMBED.ORIGIN_FOREIGN', { origin: origin.slice(0, 200) });
  }
  if ((request.get('Sec-Fetch-Dest') ?? 'iframe') !== 'iframe') {
    throw new DomainError('EMBED.NOT_FRAMED');
  }
  return origin;
}

function allowFrames(response: Response, policy: string): void {
  response.removeHeader('X-Frame-Options');
  response.setHeader('Content-Security-Policy', policy);
}

const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64');

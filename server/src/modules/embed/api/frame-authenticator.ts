import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator } from '../../../platform/http/authenticator.js';
import type { SignedIn } from '../../../platform/http/authenticator.js';
import { SessionAuthenticator } from '../../auth/index.js';
import { frameIdOf, loginIdOf } from '../application/end-frames.js';
import { ResumeFrame } from '../application/resume-frame.js';
import type { ResumedFrame } from '../application/resume-frame.js';
import { actorOf } from './frame-views.js';

const BEARER = /^Bearer ([\w-]{43})$/u;

/** What belongs to an account here: a frame's person has none. */
const OWN_ACCOUNT = '/api/auth/';

/**
 * Says who calls: by the bearer token of a frame when the request has one, else by the cookie of a login.
 * Never by both: a request from a frame is its person's alone, whatever cookie the browser adds.
 */
@Injectable()
export class FrameAuthenticator extends Authenticator {
  constructor(
    private readonly logins: SessionAuthenticator,
    private readonly resumeFrame: ResumeFrame,
  ) {
    super();
  }

  async authenticate(request: Request): Promise<SignedIn | null> {
    const header = request.get('Authorization');
    if (header === undefined) return this.logins.authenticate(request);
    const token = BEARER.exec(header)?.[1];
    if (token === undefined || request.originalUrl.startsWith(OWN_ACCOUNT)) return null;
    return signedIn(await this.resumeFrame.byToken(token));
  }

  async keepAlive(sessionId: string): Promise<SignedIn | null> {
    const frameId = frameIdOf(sessionId);
    if (frameId === null) return this.logins.keepAlive(sessionId);
    return signedIn(await this.resumeFrame.byId(frameId));
  }
}

const signedIn = (resumed: ResumedFrame | null): SignedIn | null =>
  resumed && {
    sessionId: loginIdOf(resumed.session.id),
    actor: actorOf(resumed),
    // How its people prove themselves is the dashboard's affair.
    owesSecondFactor: false,
    proof: { at: resumed.session.provedAt, where: 'host' },
  };

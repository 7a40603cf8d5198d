import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  AuthStatus,
  type CodeNeeded,
  type LinkAcceptance,
  LoginAnswer,
  type LoginRequest,
  type SetupRequest,
  type StepUp,
} from '#contracts/auth.contract.js';
import type { LoginCode } from '#contracts/second-factor.contract.js';
import { Me, type Permission } from '#contracts/user.contract.js';
import { ProblemError } from '../http/problem-error.js';

/** Who is logged in, and what they may do. The cookie itself is invisible to scripts. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  /** `undefined` until the server was asked. */
  private readonly person = signal<Me | null | undefined>(undefined);
  private asking: Promise<Me | null> | null = null;

  /** The person behind the session; null when nobody is logged in or nobody asked yet. */
  readonly me = computed(() => this.person() ?? null);

  /** Whether the person may do what `permission` stands for; reads a signal. */
  can(permission: Permission): boolean {
    return this.me()?.permissions.includes(permission) ?? false;
  }

  /** The person, asked of the server once per page load. @throws ProblemError if it cannot say. */
  async load(): Promise<Me | null> {
    const known = this.person();
    if (known !== undefined) return known;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  /** Whether there is anybody yet, and whether the transport is safe. @throws ProblemError */
  async status(): Promise<AuthStatus> {
    return AuthStatus.parse(await firstValueFrom(this.http.get('/api/auth/status')));
  }

  /**
   * Starts a session; answers what `enterCode` needs where the person has a second factor, else null.
   * @throws ProblemError with one sentence for every wrong pair.
   */
  async login(request: LoginRequest): Promise<CodeNeeded | null> {
    return this.enter('/api/auth/login', request);
  }

  /** Starts a session for a code, after the password. @throws ProblemError */
  async enterCode(code: LoginCode): Promise<void> {
    await this.enter('/api/auth/login/code', code);
  }

  /** Creates the first administrator and starts their session. @throws ProblemError */
  async setUp(request: SetupRequest): Promise<void> {
    await this.enter('/api/auth/setup', request);
  }

  /** Chooses a name and password by a one-time link and goes on like `login`. @throws ProblemError */
  async acceptLink(acceptance: LinkAcceptance): Promise<CodeNeeded | null> {
    return this.enter('/api/auth/link-acceptance', acceptance);
  }

  /** Shows again who the person is, for what wants a fresh proof. @throws ProblemError */
  async prove(proof: StepUp): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/step-up', proof));
  }

  /** Ends the session on the server, then here. @throws ProblemError if the server did not. */
  async logout(): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/logout', null));
    this.forget();
  }

  /** Asks the server anew who the person is: what they may do has changed. @throws ProblemError */
  async renew(): Promise<void> {
    await this.ask();
  }

  /** Takes `me` for who is in, from a frame's own way in. */
  adopt(me: Me): void {
    this.person.set(me);
  }

  /** Forgets the person here: their session is over. */
  forget(): void {
    this.person.set(null);
  }

  private async enter(
    url: string,
    request: LoginRequest | LoginCode | SetupRequest | LinkAcceptance,
  ): Promise<CodeNeeded | null> {
    const answer = LoginAnswer.parse(await firstValueFrom(this.http.post(url, request)));
    if ('pending' in answer) return answer;
    this.person.set(answer);
    return null;
  }

  private async ask(): Promise<Me | null> {
    const me = await firstValueFrom(this.http.get('/api/auth/me')).then(personOf, nobody);
    this.person.set(me);
    return me;
  }
}

function personOf(body: unknown): Me {
  return Me.parse(body);
}

function nobody(error: unknown): null {
  if (error instanceof ProblemError && error.status === 401) return null;
  throw error;
}

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { CreateFirstAdministrator, UserDirectory } from '../../users/index.js';
import { SetupToken } from './setup-token.js';

/** Opens the way in to an empty installation. There is no default account, ever. */
@Injectable()
export class PrepareFirstRun {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly users: UserDirectory,
    private readonly createFirstAdministrator: CreateFirstAdministrator,
    private readonly setupToken: SetupToken,
  ) {}

  /**
   * On an empty installation: creates the administrator that the settings name or, without one, answers
   * the secret of the setup link. Null when nobody needs the link.
   * @throws DomainError USER.PASSWORD_TOO_COMMON for the password in the settings.
   */
  async run(): Promise<string | null> {
    if (!(await this.users.isEmpty())) return null;
    if (this.config.admin === null) return this.setupToken.open();
    const { username, password } = this.config.admin;
    await this.createFirstAdministrator.run({ username, displayName: 'Administrator', password });
    return null;
  }
}

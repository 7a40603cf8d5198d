import { DOCUMENT, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { UserLink } from '#contracts/user.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { usersTexts } from '../i18n/users-texts.js';

/** A one-time link, shown this once. */
@Component({
  selector: 'prima-link-dialog',
  imports: [Icon, MatButton, DIALOG_PARTS, Field, Control, PrimaAction],
  template: `
    <h2 mat-dialog-title>{{ title() }}</h2>
    <mat-dialog-content>
      <p>{{ t('link.text') }}</p>
      <prima-field [label]="t('link.label')">
        <textarea
          #field
          primaControl
          readonly
          rows="3"
          [value]="url"
          (focus)="field.select()"
        ></textarea>
      </prima-field>
      <p>
        <strong>{{ t('link.once', { at: until() }) }}</strong>
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if (clipboard) {
        <button matButton="filled" primaAction="blue" type="button" (click)="copy()">
          <prima-icon matButtonIcon name="content_copy" />{{ t('link.copy') }}
        </button>
      }
      <button matButton="filled" primaAction="red" type="button" mat-dialog-close>
        {{ app('action.close') }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    prima-field {
      width: 100%;
    }

    textarea {
      overflow-wrap: anywhere;
    }
  `,
})
export class LinkDialog {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly notifier = inject(Notifier);
  private readonly format = inject(Format);
  protected readonly link = inject<UserLink>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(usersTexts);
  protected readonly app = injectTexts(appTexts);
  /** Not there over plain http from another machine: the link is then copied by hand. */
  protected readonly clipboard = this.window?.navigator.clipboard;
  protected readonly url = `${this.window?.location.origin ?? ''}${paths.invitation}#${this.link.token}`;
  protected readonly until = computed(() => this.format.write().dateTime(this.link.expiresAt));
  protected readonly title = computed(() => {
    const name = this.link.user.displayName;
    return this.t(this.link.kind === 'invitation' ? 'link.invitation' : 'link.reset', { name });
  });

  protected async copy(): Promise<void> {
    try {
      await this.clipboard?.writeText(this.url);
      this.notifier.done(this.t('link.copied'));
    } catch (error) {
      this.notifier.problem(error);
    }
  }
}

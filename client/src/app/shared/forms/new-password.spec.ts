import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { FormRoot, form } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { provideApp, visit } from '../../testing/provide-app.js';
import { NewPassword, repeated } from './new-password.js';
import { PasswordField } from './password-field.js';

@Component({
  imports: [FormRoot, NewPassword, PasswordField],
  template: `
    <form [formRoot]="form">
      <prima-password-field label="Sekarang" [field]="form.current" [(shown)]="shown" />
      <prima-new-password
        [change]="true"
        [eye]="false"
        [shown]="shown()"
        [password]="form.password"
        [repeat]="form.repeat"
      />
    </form>
  `,
})
class Change {
  private readonly app = injectTexts(appTexts);
  protected readonly shown = signal(false);
  readonly form = form(signal({ current: '', password: '', repeat: '' }), (path) => {
    repeated(path.password, path.repeat, this.app);
  });
}

describe('a new password in place of another', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([{ path: '', component: Change }]) });
  });

  it('is shown and hidden by the one eye of the form', async () => {
    const { screen, settle, harness } = await visit('/', Change);
    const eyes = harness.routeNativeElement?.querySelectorAll('prima-password-toggle');
    const kinds = () =>
      ['Sekarang', 'Kata sandi baru', 'Ulangi kata sandi baru'].map((label) => {
        const { type, autocomplete } = screen.field(label);
        return `${type} ${autocomplete}`;
      });
    const [hidden, shown] = ['password', 'text'].map((type) => [
      `${type} current-password`,
      `${type} new-password`,
      `${type} new-password`,
    ]);
    expect([eyes?.length, kinds()]).toEqual([1, hidden]);
    screen.button('Tampilkan kata sandi').click();
    await settle();
    expect(kinds()).toEqual(shown);
    screen.button('Sembunyikan kata sandi').click();
    await settle();
    expect(kinds()).toEqual(hidden);
  });

  it('is wrong until it was typed twice alike', async () => {
    const { screen, settle, harness } = await visit('/', Change);
    const page = harness.routeDebugElement?.componentInstance as Change;
    screen.type('Kata sandi baru', 'empat kata acak begini');
    screen.type('Ulangi kata sandi baru', 'empat kata');
    await settle();
    expect(page.form.repeat().errors()).toEqual([
      expect.objectContaining({ message: 'Belum sama dengan kata sandi di atas.' }),
    ]);
    screen.type('Ulangi kata sandi baru', 'empat kata acak begini');
    await settle();
    expect(page.form.repeat().errors()).toEqual([]);
  });
});

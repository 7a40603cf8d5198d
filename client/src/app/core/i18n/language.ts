import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { fillSentence } from '#contracts/fill-sentence.js';
import { readPreference, writePreference } from '../browser-storage.js';

/** Languages of the screen; Bahasa Indonesia is the default. */
export const LANGUAGES = ['id', 'en'] as const;

/** Language code as `<html lang>` and `Accept-Language` carry it. */
export type LanguageCode = (typeof LANGUAGES)[number];

const PREFERENCE = 'language';

/** What {@link Language.addScope} needs of a scope; see `TextScope` for the typed side. */
interface LoadableScope {
  readonly name: string;
  readonly load: Readonly<Record<LanguageCode, () => Promise<object>>>;
}

/**
 * The language of the screen. A change loads every scope that is in use first and switches then, so
 * that no key is ever shown in place of a sentence, and no draft is lost to a reload.
 */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly scopes = new Map<string, LoadableScope>();
  private readonly loaded = new Map<string, Promise<void>>();
  /** By scope and language: `app/id`. */
  private readonly dictionaries = new Map<string, object>();
  private readonly code = signal<LanguageCode>(storedLanguage());
  /** Grows when a dictionary arrives: sentences that were asked for too early are asked for again. */
  private readonly arrivals = signal(0);

  /** The language that the screen is in. */
  readonly current = this.code.asReadonly();
  private readonly pluralRules = computed(() => new Intl.PluralRules(this.code()));

  /** Switches the screen to `code` and remembers it; resolves once everything is translated. */
  async use(code: LanguageCode): Promise<void> {
    await Promise.all([...this.scopes.values()].map((scope) => this.load(scope, code)));
    this.apply(code);
    writePreference(PREFERENCE, code);
  }

  /** Brings the texts of `scope` in the present language and keeps them in step from now on. */
  async addScope(scope: LoadableScope): Promise<void> {
    this.scopes.set(scope.name, scope);
    await this.load(scope, this.code());
    this.apply(this.code());
  }

  /**
   * The sentence of a full key (`scope.key`), with its values; the key itself where there is none. Reads
   * signals.
   */
  say(key: string, values?: Readonly<Record<string, string | number>>): string {
    this.arrivals();
    const [scope = '', ...steps] = key.split('.');
    const found = steps.reduce<unknown>(
      (at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step],
      this.dictionaries.get(`${scope}/${this.code()}`),
    );
    return typeof found === 'string' ? fillSentence(found, values) : key;
  }

  /** Whether the language says `count` of something as one or as more. */
  pluralOf(count: number): 'one' | 'other' {
    return this.pluralRules().select(count) === 'one' ? 'one' : 'other';
  }

  private load(scope: LoadableScope, code: LanguageCode): Promise<void> {
    const key = `${scope.name}/${code}`;
    let loading = this.loaded.get(key);
    if (!loading) {
      loading = scope.load[code]().then((texts) => {
        this.dictionaries.set(key, texts);
        this.arrivals.update((count) => count + 1);
      });
      this.loaded.set(key, loading);
      // A dictionary that failed to arrive (server down) is asked for again the next time.
      loading.catch(() => this.loaded.delete(key));
    }
    return loading;
  }

  private apply(code: LanguageCode): void {
    this.code.set(code);
    this.root.lang = code;
  }
}

function storedLanguage(): LanguageCode {
  const stored = readPreference(PREFERENCE);
  return LANGUAGES.find((code) => code === stored) ?? 'id';
}

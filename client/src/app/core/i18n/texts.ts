import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { Language, type LanguageCode } from './language.js';

/** Texts of one scope as a tree; the leaves are sentences, with `{name}` where a value goes. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** A dictionary in another language: exactly the keys of `D`. */
export type TranslationOf<D extends TextTree> = {
  readonly [K in keyof D]: D[K] extends TextTree ? TranslationOf<D[K]> : string;
};

/** Dotted keys of all sentences of `D`, e.g. `'list.empty'`. */
export type TextKey<D> = {
  [K in keyof D & string]: D[K] extends string ? K : `${K}.${TextKey<D[K]>}`;
}[keyof D & string];

/** Dotted keys of the branches of `D` that hold a sentence for one and for more. */
export type PluralKey<D> = {
  [K in keyof D & string]: D[K] extends string
    ? never
    : D[K] extends { readonly one: string; readonly other: string }
      ? K
      : `${K}.${PluralKey<D[K]>}`;
}[keyof D & string];

type SentenceAt<D, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof D
    ? SentenceAt<D[Head], Rest>
    : never
  : K extends keyof D
    ? D[K]
    : never;

type ValueNames<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ValueNames<Rest>
  : never;

/** The values that a sentence names. A number is shown as it comes: format it first. */
type ValuesFor<S> = Readonly<Record<ValueNames<S>, string | number>>;

/** Whatever a sentence is called with: nothing when it names no value. */
type ValueArguments<S> = [ValueNames<S>] extends [never] ? [] : [values: ValuesFor<S>];

/**
 * Says sentences of the dictionary `D` in the language of the moment. Reads a signal, so a template,
 * `computed` or `effect` that calls it follows a change of language.
 */
export interface Texts<D extends TextTree> {
  <K extends TextKey<D>>(key: K, ...values: ValueArguments<SentenceAt<D, K>>): string;
  /** The `one` or `other` sentence under `key`, as the language counts; both may name `{n}`. */
  plural(key: PluralKey<D>, count: number, values: { n: string | number }): string;
}

/** A scope of texts: its name and where its dictionaries are loaded from, one for each language. */
export interface TextScope<D extends TextTree> {
  readonly name: string;
  readonly load: Readonly<Record<LanguageCode, () => Promise<TranslationOf<D>>>>;
}

/** Names a scope. The type argument is the Indonesian dictionary, from which all keys are typed. */
export function defineTexts<D extends TextTree>(
  name: string,
  load: TextScope<D>['load'],
): TextScope<D> {
  return { name, load };
}

/** Route resolver: a page is shown once the texts of its scope are there. */
export function textsLoaded<D extends TextTree>(scope: TextScope<D>): ResolveFn<boolean> {
  return async () => {
    await inject(Language).addScope(scope);
    return true;
  };
}

/** The sentences of `scope` for a component or service; its route resolves {@link textsLoaded}. */
export function injectTexts<D extends TextTree>(scope: TextScope<D>): Texts<D> {
  const language = inject(Language);
  const say = (key: string, values?: Readonly<Record<string, string | number>>) =>
    language.say(`${scope.name}.${key}`, values);
  return Object.assign(say, {
    plural: (key: string, count: number, values: { n: string | number }) =>
      say(`${key}.${language.pluralOf(count)}`, values),
  });
}

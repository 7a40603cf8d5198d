import { beforeEach, describe, expect, it } from '@jest/globals';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Language } from './language.js';
import { provideTexts } from './provide-texts.js';
import { defineTexts, injectTexts } from './texts.js';

const id = {
  empty: 'Kosong',
  count: { one: '{n} nomor', other: '{n} nomor' },
} as const;
const en = { empty: 'Empty', count: { one: '{n} number', other: '{n} numbers' } };
const texts = defineTexts<typeof id>('sample', {
  id: () => Promise.resolve(id),
  en: () => Promise.resolve(en),
});

describe('Language', () => {
  let language: Language;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    language = TestBed.inject(Language);
  });

  const sample = async () => {
    await language.addScope(texts);
    return TestBed.runInInjectionContext(() => injectTexts(texts));
  };

  it('speaks Bahasa Indonesia first', async () => {
    const t = await sample();
    expect(t('empty')).toBe('Kosong');
    expect(TestBed.inject(DOCUMENT).documentElement.lang).toBe('id');
  });

  it('takes what looks like a value inside of a value for what it is: somebody called it so', async () => {
    const t = await sample();
    expect(t.plural('count', 2, { n: '{empty}' })).toBe('{empty} nomor');
  });

  it('switches everything in use at once, tells the page, and remembers', async () => {
    const t = await sample();
    await language.use('en');

    expect(t('empty')).toBe('Empty');
    expect(TestBed.inject(DOCUMENT).documentElement.lang).toBe('en');
    expect(localStorage.getItem('prima.language')).toBe('en');
  });

  it('brings texts that are added later in the language of then', async () => {
    await language.use('en');
    const t = await sample();
    expect(t('empty')).toBe('Empty');
  });

  it('counts as each language does', async () => {
    const t = await sample();
    await language.use('en');
    expect(t.plural('count', 1, { n: 1 })).toBe('1 number');
    expect(t.plural('count', 2, { n: 2 })).toBe('2 numbers');
  });

  it('asks again for a dictionary that did not arrive', async () => {
    let fails = true;
    const flaky = defineTexts<typeof id>('flaky', {
      id: () => (fails ? Promise.reject(new Error('down')) : Promise.resolve(id)),
      en: () => Promise.resolve(en),
    });
    await expect(language.addScope(flaky)).rejects.toThrow('down');
    fails = false;
    await language.addScope(flaky);
    expect(language.say('flaky.empty')).toBe('Kosong');
  });
});

import { describe, expect, it } from '@jest/globals';
import { attachmentView, broadcastView, runView } from '../testing/broadcast-views.js';
import { excerptOf, isEditable, isUnderWay, nameOf, withRun } from './broadcast-facts.js';

const text = '\n*Yth.* {nama},\n\nbesok ke _Poli Anak_.';

describe('the name of a message', () => {
  it('is its title, and what it says follows', () => {
    expect(nameOf({ title: 'Kontrol', text, attachment: null })).toBe('Kontrol');
    expect(excerptOf({ title: 'Kontrol', text })).toBe('Yth. {nama}, besok ke Poli Anak.');
  });

  it('is its first line where it has no title, and the rest follows', () => {
    expect(nameOf({ title: '', text, attachment: null })).toBe('Yth. {nama},');
    expect(nameOf({ title: '', text: '', attachment: attachmentView() })).toBe('jadwal.pdf');
    expect(excerptOf({ title: '', text })).toBe('besok ke Poli Anak.');
  });
});

describe('what may be done with a message', () => {
  it.each([
    ['draft', true, false],
    ['confirmed', true, false],
    ['sending', false, true],
    ['paused', false, true],
    ['finished', false, false],
    ['cancelled', false, false],
  ] as const)('of %s: edit %s, under way %s', (status, editable, underWay) => {
    expect(isEditable({ status })).toBe(editable);
    expect(isUnderWay({ status })).toBe(underWay);
  });
});

describe('withRun', () => {
  it('lets the run say the status', () => {
    const paused = withRun(broadcastView({ status: 'sending' }), runView({ state: 'paused' }));
    expect(paused.status).toBe('paused');
  });
});

import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ICONS } from '../icon/icon-names.js';
import { StatusChip } from './status-chip.js';

describe('StatusChip', () => {
  it('says its status in a word and hides the icon from screen readers', async () => {
    const fixture = TestBed.createComponent(StatusChip);
    fixture.componentRef.setInput('tone', 'green');
    fixture.componentRef.setInput('icon', 'check_circle');
    fixture.componentRef.setInput('label', 'authenticated');
    await fixture.whenStable();

    const chip = fixture.nativeElement as HTMLElement;
    const icon = chip.querySelector('[aria-hidden="true"]');
    expect(icon?.textContent).toBe(ICONS.check_circle);
    expect(chip.textContent.replace(icon?.textContent ?? '', '')).toBe('authenticated');
    expect(chip.className).toContain('prima-tone-green');
  });
});

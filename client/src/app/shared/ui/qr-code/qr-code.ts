import { Component, ElementRef, effect, inject, input, viewChild } from '@angular/core';
import { toCanvas } from 'qrcode';

/**
 * Pixels of one module as it is drawn; the browser makes it smaller. Drawn at the size shown, modules
 * would differ by a pixel, which cameras take for noise.
 */
const MODULE = 8;

/** A QR code, dark on light in every colour scheme, since phones fail to read it otherwise. */
@Component({
  selector: 'prima-qr-code',
  template: '<canvas #canvas role="img" [attr.aria-label]="label()"></canvas>',
  styles: `
    :host {
      display: inline-block;
      padding: 16px;
      border-radius: 12px;
      background: var(--prima-qr-light);
    }

    /* Readable by a phone at arm's length. */
    canvas {
      display: block;
      width: 288px;
      max-width: 100%;
      aspect-ratio: 1;
    }
  `,
})
export class QrCode {
  /** What the code encodes. */
  readonly value = input.required<string>();
  readonly label = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');

  constructor() {
    effect(() => {
      const style = getComputedStyle(this.host.nativeElement);
      const canvas = this.canvas().nativeElement;
      void toCanvas(canvas, this.value(), {
        scale: MODULE,
        margin: 0,
        errorCorrectionLevel: 'L',
        color: {
          dark: hexOf(style.getPropertyValue('--prima-qr-dark')),
          light: hexOf(style.getPropertyValue('--prima-qr-light')),
        },
      }).then(() => {
        // Its own sizes, which would squeeze it on a narrow screen.
        canvas.removeAttribute('style');
      });
    });
  }
}

/** `qrcode` takes six hexadecimal digits; the theme may say `#000`. */
function hexOf(colour: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/iu.exec(colour.trim());
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : colour.trim();
}

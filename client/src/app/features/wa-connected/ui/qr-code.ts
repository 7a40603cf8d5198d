import { Component, ElementRef, effect, inject, input, viewChild } from '@angular/core';
import { toCanvas } from 'qrcode';

/** Side in CSS pixels: readable by a phone at arm's length. */
const SIDE = 288;

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

    canvas {
      display: block;
      max-width: 100%;
      image-rendering: pixelated;
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
      void toCanvas(this.canvas().nativeElement, this.value(), {
        width: SIDE,
        margin: 0,
        errorCorrectionLevel: 'L',
        color: {
          dark: hexOf(style.getPropertyValue('--prima-qr-dark')),
          light: hexOf(style.getPropertyValue('--prima-qr-light')),
        },
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

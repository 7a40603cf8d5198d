import { Component, input } from '@angular/core';
import type { Token } from 'marked';
import { partsOf, textOf } from '../data/guide-text.js';

/** A line of Markdown as elements: made from tokens, so no text of the guide can become markup. */
@Component({
  selector: 'prima-inline-text',
  template: `
    @for (part of parts(); track $index) {
      @switch (part.type) {
        @case ('strong') {
          <strong><prima-inline-text [parts]="partsOf(part)" /></strong>
        }
        @case ('em') {
          <em><prima-inline-text [parts]="partsOf(part)" /></em>
        }
        @case ('codespan') {
          <code>{{ textOf(part) }}</code>
        }
        @case ('link') {
          <a [href]="part.href"><prima-inline-text [parts]="partsOf(part)" /></a>
        }
        @case ('image') {
          <img loading="lazy" [src]="'/' + part.href" [alt]="textOf(part)" />
        }
        @default {
          <!-- As it stands: a space around it would come between a word and its full stop. -->
          <ng-container>{{ textOf(part) }}</ng-container>
        }
      }
    }
  `,
  styles: `
    code {
      padding: 1px 5px;
      border-radius: 4px;
      background: var(--mat-sys-surface-container-high);
    }

    img {
      display: block;

      /* As large as it will be: were they all flat until they are there, all would be in sight and be loaded. */
      width: 100%;
      height: auto;
      aspect-ratio: auto 1280 / 900;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
    }
  `,
})
export class InlineText {
  readonly parts = input.required<readonly Token[]>();
  protected readonly partsOf = partsOf;
  protected readonly textOf = textOf;
}

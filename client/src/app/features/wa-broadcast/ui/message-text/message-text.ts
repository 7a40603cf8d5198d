import { Component, computed, input } from '@angular/core';
import { type TextRun, formatRuns } from '#message/formatting.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** A variable such as `{nama}`, as `libs/message` reads it. */
const VARIABLE = /(\{[\p{L}\p{N}_]{1,64}\})/u;

interface Piece extends TextRun {
  /** Whether it is a variable that stands where a value should. */
  readonly variable: boolean;
}

/** A message as WhatsApp draws it, variables without a value set apart. */
@Component({
  selector: 'prima-message-text',
  template: `
    @for (line of lines(); track $index) {
      <div>
        @for (piece of line; track $index) {
          <span
            [class.bold]="piece.bold"
            [class.italic]="piece.italic"
            [class.strike]="piece.strike"
            [class.mono]="piece.mono"
            [class.variable]="piece.variable"
            [attr.title]="piece.variable && valuesMissing() ? t('preview.missing') : null"
            >{{ piece.text }}</span
          >
        } @empty {
          <br />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      white-space: pre-wrap;
    }

    .bold {
      font-weight: 700;
    }

    .italic {
      font-style: italic;
    }

    .strike {
      text-decoration: line-through;
    }

    .mono {
      font-family: ui-monospace, monospace;
    }

    .variable {
      padding-inline: 2px;
      border-radius: 4px;
      background: var(--prima-amber-container);
      color: var(--prima-amber);
    }
  `,
})
export class MessageText {
  readonly text = input.required<string>();
  /** Whether values were filled in, so that a variable still in the text lacks one. */
  readonly valuesMissing = input(false);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly lines = computed(() =>
    this.text()
      .split('\n')
      .map((line) => formatRuns(line).flatMap(piecesOf)),
  );
}

function piecesOf(run: TextRun): Piece[] {
  return run.text
    .split(VARIABLE)
    .filter((text) => text !== '')
    .map((text) => ({ ...run, text, variable: VARIABLE.test(text) }));
}

import { Component } from '@angular/core';
import type { Token, Tokens } from 'marked';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { anchorOf, guideText, partsOf, textOf } from '../data/guide-text.js';
import { InlineText } from '../ui/inline-text.js';

/** The user guide (`docs/panduan.md`) inside the application. */
@Component({
  selector: 'prima-guide-page',
  imports: [ErrorState, InlineText, PageHeader, Skeleton],
  templateUrl: './guide-page.html',
  styleUrl: './guide-page.scss',
})
export class GuidePage {
  protected readonly guide = guideText();
  protected readonly partsOf = partsOf;

  protected anchor(heading: Token): string {
    return anchorOf(textOf(heading));
  }

  protected listOf(token: Token): Tokens.List {
    return token as Tokens.List;
  }

  protected tableOf(token: Token): Tokens.Table {
    return token as Tokens.Table;
  }
}

import {
  type Binding,
  Component,
  DestroyRef,
  ElementRef,
  type OnInit,
  type Type,
  ViewContainerRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { ErrorState } from '../error-state/error-state.js';

/** A part of a page whose code comes when it is needed. */
export interface LazyPart {
  readonly load: () => Promise<Type<unknown>>;
  /** Its inputs and outputs. */
  readonly bindings?: readonly Binding[];
  /** Whether it can wait until somebody scrolls near it, or has been on the page for a moment. */
  readonly whenSeen?: boolean;
}

/** Loaded a little before it is scrolled into sight. */
const AHEAD = '200px';
/** Loaded then in any case, in milliseconds: who looks for a word or listens does not scroll. */
const AT_LAST = 4_000;

/**
 * Shows a {@link LazyPart}, and until then what stands between its tags. In place of `@defer`, whose run time
 * would be 3 kB of every page.
 */
@Component({
  selector: 'prima-lazy',
  imports: [ErrorState],
  template: `
    <ng-container #place />
    @if (failure(); as failure) {
      <prima-error-state [error]="failure" (retry)="show()" />
    } @else if (!shown()) {
      <ng-content />
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class Lazy implements OnInit {
  readonly part = input.required<LazyPart>();
  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly destroyRef = inject(DestroyRef);
  protected readonly shown = signal(false);
  protected readonly failure = signal<unknown>(null);

  ngOnInit(): void {
    if (this.part().whenSeen && typeof IntersectionObserver !== 'undefined') this.wait();
    else void this.show();
  }

  protected async show(): Promise<void> {
    this.failure.set(null);
    const { load, bindings = [] } = this.part();
    try {
      const type = await load();
      if (this.destroyRef.destroyed) return;
      this.place().createComponent(type, { bindings: [...bindings] });
      this.shown.set(true);
    } catch (error) {
      this.failure.set(error);
    }
  }

  private wait(): void {
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
    const begin = () => {
      stop();
      void this.show();
    };
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) begin();
      },
      { rootMargin: AHEAD },
    );
    const timer = setTimeout(begin, AT_LAST);
    observer.observe(this.host);
    this.destroyRef.onDestroy(stop);
  }
}

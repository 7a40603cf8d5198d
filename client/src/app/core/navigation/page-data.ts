import type { ActivatedRouteSnapshot, Data } from '@angular/router';
import type { id } from '../i18n/id.js';

/** Pages that have a name in the dictionary of the frame. */
export type PageName = keyof (typeof id)['page'];

/** What a route says of itself in `data`; made by {@link page}. */
export interface PageData {
  /** Its name: title of the tab and crumb of the breadcrumb. */
  readonly page: PageName;
  /** Whether it shows as a dialog over its parent, which then keeps and gets back the focus. */
  readonly overlay: boolean;
}

/** A step of the breadcrumb: name and address; no address for steps outside of this application. */
export interface Crumb {
  readonly page: PageName;
  readonly url: string | null;
}

/** `data` of a route that is a page of its own. */
export function page(name: PageName): Data {
  return { page: name, overlay: false } satisfies PageData;
}

/** `data` of a route that opens a dialog over the page of its parent. */
export function overlayPage(name: PageName): Data {
  return { page: name, overlay: true } satisfies PageData;
}

/** The named pages from the root of `snapshot` to its leaf, with the address of each. */
export function crumbsOf(snapshot: ActivatedRouteSnapshot): Crumb[] {
  const crumbs: Crumb[] = [];
  let url = '';
  for (let at: ActivatedRouteSnapshot | null = snapshot.root; at; at = at.firstChild) {
    for (const segment of at.url) url += `/${segment.path}`;
    // The route's own data only: a child without a path inherits its parent's, which would repeat.
    const own = ownPageData(at);
    if (own) crumbs.push({ page: own.page, url: url || '/' });
  }
  return crumbs;
}

/** Whether the innermost page of `snapshot` is a dialog over its parent. */
export function isOverlay(snapshot: ActivatedRouteSnapshot): boolean {
  let leaf = snapshot.root;
  while (leaf.firstChild) leaf = leaf.firstChild;
  return ownPageData(leaf)?.overlay ?? false;
}

function ownPageData(snapshot: ActivatedRouteSnapshot): PageData | null {
  return (snapshot.routeConfig?.data as PageData | undefined) ?? null;
}

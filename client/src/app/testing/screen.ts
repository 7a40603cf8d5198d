/** What a person finds on a page: by role and by label, in the manner of a screen reader. */
export class Screen {
  constructor(private readonly root: ParentNode) {}

  /** The button with exactly this name. @throws Error that lists the names there are */
  button(name: string): HTMLButtonElement {
    return this.named('button', name);
  }

  /** The link with exactly this name. @throws Error that lists the names there are */
  link(name: string): HTMLAnchorElement {
    return this.named('a', name);
  }

  /** Names of all headings, from the top. */
  headings(): string[] {
    return [...this.root.querySelectorAll('h1, h2, h3')].map(nameOf);
  }

  /** Texts of all list items. */
  items(): string[] {
    return [...this.root.querySelectorAll('li')].map(nameOf);
  }

  /** The input that a `<label>` names. @throws Error when there is none */
  field(label: string): HTMLInputElement {
    const found = [...this.root.querySelectorAll('label')].find((each) => nameOf(each) === label);
    const input = found?.control ?? null;
    if (!(input instanceof HTMLInputElement)) throw new Error(`no field labelled "${label}"`);
    return input;
  }

  /** Types `text` into the field of this label, as if from an empty one. */
  type(label: string, text: string): void {
    const input = this.field(label);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** All text of a role, e.g. what was announced as an alert. */
  role(role: 'alert' | 'status' | 'dialog'): string {
    return [...this.root.querySelectorAll(`[role="${role}"]`)].map(nameOf).join(' ').trim();
  }

  /** Everything that can be read. */
  text(): string {
    return nameOf(this.root as Element);
  }

  private named<T extends 'a' | 'button'>(tag: T, name: string): HTMLElementTagNameMap[T] {
    const all = [...this.root.querySelectorAll(tag)];
    const found = all.find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no ${tag} "${name}", only: ${all.map(nameOf).join(', ')}`);
    return found;
  }
}

/** Accessible name, as far as our pages need it: the label, or the text without decoration. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

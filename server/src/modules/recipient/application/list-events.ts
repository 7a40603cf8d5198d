/** A list was given up: its rows wait to be deleted. */
export class ListDiscarded {
  constructor(readonly importId: string) {}
}

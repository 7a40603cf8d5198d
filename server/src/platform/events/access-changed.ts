/** News: what a person may do or see is not what it was. Their logins hold. */
export class AccessChanged {
  constructor(readonly personId: string) {}
}

/** An attachment was removed; its file may be in nobody's use any more. Within this module only. */
export class AttachmentRemoved {
  constructor(readonly sha256: string) {}
}

/** A file in the folder of attachments. */
export interface KeptFile {
  readonly sha256: string;
  /** When it was put there, in milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Contents of attachments. A file arrives under a name of its own and is then kept under the SHA-256
 * of its content, once, however often it was uploaded.
 */
export abstract class AttachmentFiles {
  /** Absolute path under which the file `storedName` arrives. */
  abstract incomingPath(storedName: string): string;

  /** Keeps a file that has arrived and is on the disk. What was kept before, but altered, is replaced. */
  abstract keep(storedName: string, sha256: string, size: number): Promise<void>;

  /** Deletes a file that has arrived, or was to. Does nothing when it is not there. */
  abstract discard(storedName: string): Promise<void>;

  /** Absolute path of a kept content. */
  abstract path(sha256: string): string;

  /**
   * Whether the content is there, unaltered. It is read whole the first time and whenever the file
   * system says that the file was touched; otherwise asking costs next to nothing.
   */
  abstract isIntact(sha256: string, size: number): Promise<boolean>;

  /** Deletes a kept content. Does nothing when it is not there. */
  abstract remove(sha256: string): Promise<void>;

  /** Everything that is kept. */
  abstract list(): Promise<KeptFile[]>;

  /** Deletes files that have arrived, or began to, before `before` (milliseconds since the epoch). */
  abstract discardIncoming(before: number): Promise<void>;

  /**
   * Does one thing after the other: a content is not deleted between the moment in which another upload
   * finds it kept and the moment in which that upload is written down.
   */
  abstract inTurn<T>(work: () => Promise<T>): Promise<T>;
}

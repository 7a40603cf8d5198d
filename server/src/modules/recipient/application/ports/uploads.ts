/** A file in the folder of uploads. `at`: when it was last written, milliseconds since the epoch. */
export interface UploadedFile {
  readonly storedName: string;
  readonly at: number;
}

/** Uploaded files on their way to be read. They are never served to anybody. */
export abstract class Uploads {
  /** Absolute path of a file. */
  abstract path(storedName: string): string;

  /** Deletes a file. It need not be there. */
  abstract remove(storedName: string): Promise<void>;

  abstract list(): Promise<UploadedFile[]>;
}

/** Bytes of one package file. A package is written by a person; more is a mistake, or meant to keep us busy. */
export const largestFile = 256 * 1024;

/** What a package file is called, wherever it lies. */
export const packageFile = "stackwright.package.yaml";

/** Files that packages lie in, wherever they are: a folder, or a commit of a git repository. Nothing follows a link. */
export interface Tree {
  /** How a message calls it. */
  readonly label: string;
  /** The names of the folders in a folder; none where there is no such folder. `""` is the top. */
  folders(path: string): Promise<readonly string[]>;
  /**
   * The text of a file; undefined where there is none. Paths have `/` between names. Throws a `SourceError` where it is a
   * link or no ordinary file, or has more than `largestFile` bytes.
   */
  file(path: string): Promise<string | undefined>;
}

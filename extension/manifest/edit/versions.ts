import { type Manifest, openManifest } from "../manifest";

interface Own {
  readonly before: number;
  readonly after: number;
}

/** How many versions back an edit may come from. Far more than a person's gesture takes. */
const kept = 50;

/**
 * What one canvas has seen of a document. An edit comes with the version of the picture that it was made on; the text may
 * have moved on since, by somebody else or by this canvas's own edits, which it knows of.
 */
export class Versions {
  private readonly seen = new Map<number, Manifest>();
  private readonly own: Own[] = [];

  /** A picture of this version was shown. */
  show(version: number, manifest: Manifest): void {
    this.seen.delete(version);
    this.seen.set(version, manifest);
    for (const old of this.seen.keys()) if (this.seen.size > kept) this.seen.delete(old);
  }

  /** An edit of this canvas turned one version into another, whose text is known. */
  wrote(before: number, after: number, text: string): void {
    if (!this.seen.has(after)) this.show(after, openManifest(text, this.seen.get(before)));
    this.own.push({ before, after });
    if (this.own.length > kept) this.own.shift();
  }

  /** What the author of an edit knew of: the picture's version, and the own edits that followed directly on it. */
  base(version: number): Manifest | undefined {
    let last = version;
    for (const { before, after } of this.own) if (before === last) last = after;
    return this.seen.get(last);
  }
}

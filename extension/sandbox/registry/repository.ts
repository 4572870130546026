import { createHash, randomUUID } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  type ReadStream,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isMap } from "../state/json";
import { invalidDigest, RegistryError } from "./registryError";

export interface ImageRecord {
  readonly mediaType: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
}

interface Index {
  readonly manifests: { [digest: string]: ImageRecord };
  readonly tags: { [tag: string]: string };
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** One repository's images, in a folder of their own: each blob and manifest a file called by its digest. */
export class ImageRepository {
  constructor(
    readonly name: string,
    private readonly folder: string,
    private readonly immutable: boolean,
  ) {
    for (const part of ["blobs", "manifests", "uploads"]) {
      mkdirSync(join(folder, part), { recursive: true });
    }
  }

  /** Bytes; undefined when there is no such blob. */
  sizeOf(kind: "blobs" | "manifests" | "uploads", name: string): number | undefined {
    const file = this.file(kind, name);
    return existsSync(file) ? statSync(file).size : undefined;
  }

  open(digest: string): ReadStream {
    return createReadStream(this.file("blobs", digest));
  }

  /** By digest or tag. */
  manifest(
    reference: string,
  ): { readonly digest: string; readonly text: Buffer; readonly record: ImageRecord } | undefined {
    const { manifests, tags } = this.index();
    const digest = isDigest(reference) ? reference : tags[reference];
    const record = digest === undefined ? undefined : manifests[digest];
    return digest !== undefined && record
      ? { digest, record, text: readFileSync(this.file("manifests", digest)) }
      : undefined;
  }

  images(): readonly (ImageRecord & { readonly digest: string; readonly tags: readonly string[] })[] {
    const { manifests, tags } = this.index();
    return Object.entries(manifests).map(([digest, record]) => ({
      ...record,
      digest,
      tags: Object.keys(tags).filter((tag) => tags[tag] === digest),
    }));
  }

  /** Throws a `RegistryError` when the bytes are not what the reference says, or refer to what is not there. */
  putManifest(reference: string, mediaType: string, text: Buffer, now: number): string {
    const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    if (reference.includes(":") && reference !== digest) {
      throw invalidDigest(reference);
    }
    this.checkReferences(text);
    const index = this.index();
    if (!isDigest(reference)) {
      const present = index.tags[reference];
      if (this.immutable && present !== undefined && present !== digest) {
        throw new RegistryError(
          400,
          "TAG_INVALID",
          `The image tag '${reference}' already exists in the '${this.name}' repository and cannot be overwritten because the tag is immutable.`,
        );
      }
      index.tags[reference] = digest;
    }
    writeFileSync(this.file("manifests", digest), text);
    index.manifests[digest] ??= { mediaType, size: imageSize(text), pushedAt: now };
    this.save(index);
    return digest;
  }

  begin(): string {
    const id = randomUUID();
    writeFileSync(this.file("uploads", id), "");
    return id;
  }

  /** Adds to an upload. Rejects when the client goes away; what had come stays. */
  async append(id: string, bytes: Readable): Promise<number> {
    const file = this.file("uploads", id);
    await pipeline(bytes, createWriteStream(file, { flags: "a" }));
    return statSync(file).size;
  }

  /** Makes an upload a blob. Throws a `RegistryError`, and drops the upload, when it is not what its digest says. */
  async finish(id: string, digest: string): Promise<void> {
    const file = this.file("uploads", id);
    const hash = createHash("sha256");
    await pipeline(createReadStream(file), hash);
    if (!isDigest(digest) || `sha256:${hash.digest("hex")}` !== digest) {
      rmSync(file, { force: true });
      throw invalidDigest(digest);
    }
    renameSync(file, this.file("blobs", digest));
  }

  drop(id: string): void {
    rmSync(this.file("uploads", id), { force: true });
  }

  private checkReferences(text: Buffer): void {
    const manifest = parse(text);
    const blobs = [manifest["config"], ...asList(manifest["layers"])].flatMap(digestsIn);
    const missing = blobs.find((digest) => this.sizeOf("blobs", digest) === undefined);
    if (missing !== undefined) {
      throw new RegistryError(400, "MANIFEST_BLOB_UNKNOWN", `The manifest refers to ${missing}, which is not there.`);
    }
    const others = asList(manifest["manifests"]).flatMap(digestsIn);
    const absent = others.find((digest) => this.sizeOf("manifests", digest) === undefined);
    if (absent !== undefined) {
      throw new RegistryError(400, "MANIFEST_BLOB_UNKNOWN", `The index refers to ${absent}, which is not there.`);
    }
  }

  private file(kind: "blobs" | "manifests" | "uploads", name: string): string {
    return join(this.folder, kind, name.replace(/^sha256:/, ""));
  }

  private index(): Index {
    try {
      const value: unknown = JSON.parse(readFileSync(join(this.folder, "index.json"), "utf8"));
      if (isMap(value) && isMap(value["manifests"]) && isMap(value["tags"])) {
        return value as unknown as Index;
      }
    } catch {
      // Nothing has been pushed yet.
    }
    return { manifests: {}, tags: {} };
  }

  private save(index: Index): void {
    const file = join(this.folder, "index.json");
    writeFileSync(`${file}.writing`, JSON.stringify(index));
    renameSync(`${file}.writing`, file);
  }
}

function parse(text: Buffer) {
  try {
    const value: unknown = JSON.parse(text.toString("utf8"));
    if (isMap(value)) {
      return value;
    }
  } catch {
    // Said below.
  }
  throw new RegistryError(400, "MANIFEST_INVALID", "The manifest is not a JSON object.");
}

function imageSize(text: Buffer): number {
  const manifest = parse(text);
  const parts = [manifest["config"], ...asList(manifest["layers"])];
  return parts.reduce<number>((sum, part) => sum + (isMap(part) ? Number(part["size"] ?? 0) : 0), 0);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const digestsIn = (value: unknown): readonly string[] =>
  isMap(value) && typeof value["digest"] === "string" ? [value["digest"]] : [];

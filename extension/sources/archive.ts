import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer, text as textOf } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { SourceError } from "./sourceError";
import { largestFile, packageFile } from "./tree";

/** Bytes of an archive, packed and unpacked: a package file with what tar puts around it. */
export const largestPacked = 512 * 1024;
const largestUnpacked = 1024 * 1024;

/**
 * A package as `.tgz`: the same text gives the same bytes, on every system that has the same Node. Nothing of the
 * machine, of the person or of the time goes into it.
 */
export async function writeArchive(text: string): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: `package/${packageFile}`, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) }, text);
  tar.finalize();
  const bytes = gzipSync(await buffer(tar), { level: 9 });
  // The tenth byte of gzip says which system made it.
  bytes[9] = 255;
  return bytes;
}

/**
 * The package file in an archive, which anybody may have made. Nothing is unpacked onto the disk. Throws a `SourceError`
 * where it holds anything but that one file, or is larger than a package can be.
 */
export async function readArchive(path: string): Promise<string> {
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined) throw new SourceError(`There is no file ${path}.`);
  if (size > largestPacked) throw refusal(path, `it has more than ${largestPacked} bytes`);
  return unpack(createReadStream(path), path);
}

/** The same for bytes that are here already, at most `largestPacked`. @param label how a message calls them */
export const unpackBytes = (bytes: Uint8Array, label: string): Promise<string> =>
  unpack(Readable.from([bytes], { objectMode: false }), label);

const refusal = (label: string, why: string) => new SourceError(`${label} is no archive of a package: ${why}.`);

async function unpack(packed: Readable, label: string): Promise<string> {
  const refuse = (why: string) => refusal(label, why);
  let found: string | undefined;
  const unpacked = extract();
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largestUnpacked) throw refuse(`it unpacks to more than ${largestUnpacked} bytes`);
      yield chunk;
    }
  };
  unpacked.on("entry", ({ name, type, size: bytes = 0 }, stream, next) => {
    const why = whyNot(name, type ?? "", bytes, found !== undefined);
    // What ends the whole ends each entry of it too; it is told once.
    stream.on("error", () => undefined);
    if (why !== undefined) next(refuse(why));
    else {
      textOf(stream).then((text) => {
        found = text;
        next();
      }, next);
    }
  });
  try {
    await pipeline(packed, createGunzip(), count, unpacked);
  } catch (error) {
    throw error instanceof SourceError ? error : refuse(error instanceof Error ? error.message : "it cannot be read");
  }
  if (found === undefined) throw refuse(`it has no package/${packageFile}`);
  return found;
}

/** What is wrong with an entry of an archive. */
function whyNot(name: string, type: string, bytes: number, again: boolean): string | undefined {
  // As JSON: a name can hold what moves the cursor of a terminal.
  if (type !== "file") return `${JSON.stringify(name)} in it is a ${type}`;
  if (name !== `package/${packageFile}`) return `it holds ${JSON.stringify(name)}`;
  if (again) return "it holds its package file twice";
  return bytes > largestFile ? `its package file has more than ${largestFile} bytes` : undefined;
}

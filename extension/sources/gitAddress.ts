import { SourceError } from "./sourceError";

/** A repository, and what of it is meant. */
export interface GitAddress {
  readonly url: string;
  /** A tag or a branch; without it, whatever the repository has checked out by itself. */
  readonly ref?: string;
  /** A folder below its top. `""` is the top. */
  readonly path: string;
}

/** Whether a text means a git repository rather than a folder or a name. */
export const isGitAddress = (text: string): boolean => /^(?:git\+)?(?:https?|ssh|git|file):\/\//.test(text);

/**
 * Reads `https://github.com/owner/name`, `...#v1.2.0`, `...#path:packages/shop`, `...#v1.2.0,path:packages/shop`. Throws a
 * `SourceError` for what git could take for an option or for a helper of its own, and for a path that leads out.
 */
export function readGitAddress(text: string): GitAddress {
  const [, url = "", , fragment = ""] =
    /^(?:git\+)?((https?|ssh|git|file):\/\/[^\s#]{1,500})(?:#(.{1,300}))?$/.exec(text) ?? [];
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/]*)/.exec(url)?.[1] ?? "";
  if (url === "" || host.startsWith("-") || hasControl(text))
    throw new SourceError(`${text} is no address of a git repository.`);
  // Not shown again: it would be in the lock, in the terminal's history, and in whatever logs this.
  if (/^[a-z]+:\/\/[^/@]*:[^/@]*@/.test(url)) {
    throw new SourceError(
      "The address has a password in it, which would be written into stackwright.lock. Leave it out; git asks its credential helper.",
    );
  }
  const parts = fragment.split(",").filter((part) => part !== "");
  const path =
    parts
      .find((part) => part.startsWith("path:"))
      ?.slice("path:".length)
      .replace(/\/+$/, "") ?? "";
  const refs = parts.filter((part) => !part.startsWith("path:"));
  const [ref] = refs;
  if (refs.length > 1 || (ref !== undefined && !/^[A-Za-z0-9][\w./+-]*$/.test(ref))) {
    throw new SourceError(`${refs.join(",")} is no tag or branch of a git repository.`);
  }
  if (path !== "" && !path.split("/").every((name) => /^[\w.@+ -]+$/.test(name) && name !== "." && name !== "..")) {
    throw new SourceError(`The path ${path} does not stay inside the repository.`);
  }
  return { url, path, ...(ref === undefined ? {} : { ref }) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);

import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Who commits; a machine may know nobody. */
export const who = {
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

/** A real repository in a folder, as an author would have it. */
export function gitRepository(folder: string) {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      env: { ...process.env, ...who },
    });
  return {
    url: pathToFileURL(folder).href,
    git,
    async begin() {
      await mkdir(folder, { recursive: true });
      git("init", "--quiet", "--initial-branch", "main");
    },
    async commit(files: Readonly<Record<string, string>>) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      git("add", "--all");
      git("commit", "--quiet", "--message", "Change");
    },
  };
}

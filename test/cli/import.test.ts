import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stackwright } from "./command";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-import-"));
  await writeFile(
    join(folder, "compose.yaml"),
    "name: shop\nservices:\n  web:\n    image: shop:${TAG}\n    ports: ['80:3000']\n    env_file: web.env\n",
  );
  await writeFile(join(folder, ".env"), "TAG=3\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("stackwright import", () => {
  it("writes the manifest beside the file, with what the files beside it say", async () => {
    await writeFile(join(folder, "web.env"), "COLOUR=red\n");
    const { code, out, err } = await stackwright(["import", folder]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const text = await readFile(join(folder, "stackwright.yaml"), "utf8");
    expect(text).toMatch(/image: shop:3[\s\S]*COLOUR: red/);
    expect(out).toContain("web (web)");
    expect((await stackwright(["validate", folder])).code).toBe(0);
  });

  it("names the line of what is not there", async () => {
    const { out } = await stackwright(["import", join(folder, "compose.yaml"), "--dry-run"]);
    expect(out).toContain("compose.yaml:6 web.env_file web.env is not here");
  });

  it("overwrites nothing unless that is asked for, and with --dry-run writes nothing at all", async () => {
    await stackwright(["import", folder, "--dry-run"]);
    expect(await readdir(folder)).not.toContain("stackwright.yaml");
    await writeFile(join(folder, "stackwright.yaml"), "mine\n");
    const again = await stackwright(["import", folder]);
    expect(again.code).toBe(2);
    expect(await readFile(join(folder, "stackwright.yaml"), "utf8")).toBe("mine\n");
    expect((await stackwright(["import", folder, "--force"])).code).toBe(0);
    expect(await readFile(join(folder, "stackwright.yaml"), "utf8")).toContain("name: shop");
  });

  it("gives one document with --json, refused or not", async () => {
    const made = JSON.parse((await stackwright(["import", folder, "--json", "-o", join(folder, "new.yaml")])).out);
    expect(made).toMatchObject({
      ok: true,
      format: "compose",
      output: join(folder, "new.yaml"),
      notes: [{ kind: "ask", line: 6 }],
    });
    await writeFile(join(folder, "compose.yaml"), "services:\n  db:\n    image: mongo\n");
    const { code, out } = await stackwright(["import", folder, "--json", "--force"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, notes: [{ kind: "refused", line: 3 }] });
  });

  it("says which known files of a folder were not taken", async () => {
    await writeFile(join(folder, "Procfile"), "web: node .\n");
    expect((await stackwright(["import", folder, "--dry-run"])).out).toContain(
      "one file is imported at a time: Procfile",
    );
  });

  it.skipIf(process.platform === "win32")("follows no link out of the folder", async () => {
    await symlink("/etc/hostname", join(folder, "web.env"));
    expect((await stackwright(["import", folder, "--dry-run"])).out).toContain("web.env is not here");
  });

  it("refuses what is not there, and a folder without a known file", async () => {
    expect((await stackwright(["import", join(folder, "nowhere")])).code).toBe(2);
    await rm(join(folder, "compose.yaml"));
    expect((await stackwright(["import", folder])).err).toContain("has none of compose.yaml");
  });
});

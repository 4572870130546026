import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPlugin } from "../../extension/deploy/operate/plugin";
import { refusalOf } from "../deploy/ground";

describe.skipIf(process.platform === "win32")("AWS's plugin for sessions", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stackwright-plugin-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const install = async (script: string) => {
    const file = join(folder, "session-manager-plugin");
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
    return { PATH: [folder, "/usr/bin", "/bin"].join(delimiter) };
  };

  it("that is not there is asked for, with the page to get it from", async () => {
    const failure = await refusalOf(findPlugin({ PATH: folder }));
    expect(failure.code).toBe("plugin-missing");
    expect(failure.fix).toContain("https://docs.aws.amazon.com/");
    expect(failure.raw).toBeUndefined();
  });

  it("that does not run is shown with its own words", async () => {
    const failure = await refusalOf(findPlugin(await install("echo broken >&2; exit 3")));
    expect(failure).toMatchObject({ code: "plugin-missing", raw: expect.stringContaining("broken") });
  });

  it.each([
    ["1.2.497.0", true],
    ["1.2.1000.0", true],
    ["2.0.0.0", true],
    ["1.2.463.0", false],
    ["1.1.999.0", false],
  ])("of version %s takes the session's token without showing it: %s", async (version, takesVariable) => {
    expect(await findPlugin(await install(`echo ${version}`))).toMatchObject({ takesVariable });
  });
});

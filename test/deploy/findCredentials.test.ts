import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCredentials } from "../../extension/deploy/findCredentials";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-credentials-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function environment(files: { config?: string; credentials?: string }, more: Record<string, string> = {}) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { AWS_CONFIG_FILE: join(folder, "config"), AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"), ...more };
}

describe("looking for AWS credentials", () => {
  it("finds none where there are no files and no variables", async () => {
    expect(await findCredentials(await environment({}))).toEqual({ found: false, profiles: [] });
  });

  it("finds keys in the environment", async () => {
    const keys = { AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" };
    expect(await findCredentials(await environment({}, keys))).toMatchObject({
      found: true,
      source: "the environment",
    });
  });

  it("finds the default profile, and lists all of them", async () => {
    const hint = await findCredentials(
      await environment({
        credentials: "[default]\naws_access_key_id = a\naws_secret_access_key = b\n",
        config:
          "[default]\nregion = eu-west-1\n\n[profile work]\nsso_session = corp\n\n[sso-session corp]\nsso_start_url = https://x\n",
      }),
    );
    expect(hint).toEqual({ found: true, source: "the profile default", profiles: ["default", "work"] });
  });

  it("takes the profile that the environment names", async () => {
    const config = "[profile work]\nsso_session = corp\n[profile empty]\nregion = eu-west-1\n";
    expect(await findCredentials(await environment({ config }, { AWS_PROFILE: "work" }))).toMatchObject({
      found: true,
    });
    expect(await findCredentials(await environment({ config }, { AWS_PROFILE: "empty" }))).toMatchObject({
      found: false,
    });
  });

  it.each(["role_arn = r", "credential_process = p", "login_session = l", "sso_start_url = s"])(
    "counts %s as a way to credentials",
    async (line) => {
      expect(await findCredentials(await environment({ config: `[default]\n${line}\n` }))).toMatchObject({
        found: true,
      });
    },
  );

  it("finds those of a container and of a web identity", async () => {
    const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://localhost/c" };
    expect(await findCredentials(await environment({}, container))).toMatchObject({ source: "the container" });
    const identity = { AWS_WEB_IDENTITY_TOKEN_FILE: "/t", AWS_ROLE_ARN: "r" };
    expect(await findCredentials(await environment({}, identity))).toMatchObject({ source: "a web identity token" });
  });

  it("gives no value away", async () => {
    const hint = await findCredentials(
      await environment({ credentials: "[default]\naws_access_key_id = AKIAPLANTED\n" }),
    );
    expect(JSON.stringify(hint)).not.toContain("PLANTED");
  });
});

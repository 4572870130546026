import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect } from "../../extension/deploy/connect";
import { findCredentials } from "../../extension/deploy/findCredentials";
import { type Ground, openGround, refusalOf } from "./ground";

let ground: Ground;
let home: string;
let server: Server;
let endpoint: string;
/** The ids of the keys with which the calls were signed. */
let signedWith: string[];

beforeEach(async () => {
  ground = await openGround();
  home = await mkdtemp(join(tmpdir(), "stackwright-home-"));
  signedWith = [];
  const { hostname, port } = new URL(ground.sandbox.endpoint);
  server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    signedWith.push(/Credential=([^/]+)\//.exec(headers.authorization ?? "")?.[1] ?? "");
    const onward = forward({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv("HOME", home);
  vi.stubEnv("AWS_CONFIG_FILE", join(home, ".aws", "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(home, ".aws", "credentials"));
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  for (const name of ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) {
    vi.stubEnv(name, undefined);
  }
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await ground.close();
  await rm(home, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(home, file)), { recursive: true });
  await writeFile(join(home, file), text);
}

const signIn = (profile: string) => connect({ target: "aws", region: "us-east-1", profile, endpoint });

async function keyOf(profile: string): Promise<string | undefined> {
  (await signIn(profile)).close();
  return signedWith.at(-1);
}

const session = "arn:aws:sts::111122223333:assumed-role/dev/ann";

/** What `aws login` leaves behind. */
async function loggedIn(expiresAt: string): Promise<void> {
  await write(".aws/config", `[profile desk]\nlogin_session = ${session}\nregion = us-east-1\n`);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const token = {
    accessToken: {
      accessKeyId: "AKIDLOGIN",
      secretAccessKey: "secret",
      sessionToken: "token",
      accountId: "111122223333",
      expiresAt,
    },
    clientId: "arn:aws:signin:::devtools/same-device",
    refreshToken: "refresh",
    dpopKey: privateKey.export({ type: "sec1", format: "pem" }),
  };
  const name = createHash("sha256").update(session).digest("hex");
  await write(`.aws/login/cache/${name}.json`, JSON.stringify(token));
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe("signing in with a profile", () => {
  it("takes its keys", async () => {
    await write(".aws/credentials", "[work]\naws_access_key_id = AKIDWORK\naws_secret_access_key = secret\n");
    expect(await keyOf("work")).toBe("AKIDWORK");
  });

  it("takes what a process prints", async () => {
    const printed = { Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: "secret" };
    await write("print.cjs", `console.log(${JSON.stringify(JSON.stringify(printed))})`);
    const command = `"${process.execPath}" "${join(home, "print.cjs")}"`;
    await write(".aws/config", `[profile tool]\ncredential_process = ${command}\n`);
    expect(await keyOf("tool")).toBe("AKIDPROCESS");
  });

  it("takes what `aws login` left", async () => {
    await loggedIn(inAnHour());
    vi.stubEnv("AWS_LOGIN_CACHE_DIRECTORY", join(home, ".aws", "login", "cache"));
    vi.stubEnv("AWS_PROFILE", "desk");
    expect(await findCredentials(process.env)).toMatchObject({ found: true, source: "the profile desk" });
    expect(await keyOf("desk")).toBe("AKIDLOGIN");
  });

  it("says to sign in again when the single sign-on has expired, and calls nobody", async () => {
    const sso = "sso_account_id = 111122223333\nsso_role_name = dev\nsso_session = corp\n";
    const corp = "[sso-session corp]\nsso_start_url = https://corp.invalid/start\nsso_region = us-east-1\n";
    await write(".aws/config", `[profile work]\n${sso}\n${corp}`);
    const cached = { accessToken: "token", expiresAt: "2020-01-01T00:00:00Z" };
    const name = createHash("sha1").update("corp").digest("hex");
    await write(`.aws/sso/cache/${name}.json`, JSON.stringify(cached));
    const failure = await refusalOf(signIn("work"));
    expect(failure.code).toBe("credentials-expired");
    expect(failure.fix).toContain("aws sso login --profile work");
    expect(signedWith).toEqual([]);
  });

  it("says to sign in again when `aws login` was never done here", async () => {
    await write(".aws/config", `[profile desk]\nlogin_session = ${session}\n`);
    vi.stubEnv("AWS_LOGIN_CACHE_DIRECTORY", join(home, "empty"));
    const failure = await refusalOf(signIn("desk"));
    expect(failure).toMatchObject({
      code: "credentials-expired",
      message: "Nobody is signed in with the AWS profile desk.",
      fix: expect.stringContaining("aws login --profile desk"),
    });
  });
});

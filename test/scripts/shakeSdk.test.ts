import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as serde from "@smithy/core/serde";
import * as esbuild from "esbuild";
import { describe, expect, it } from "vitest";
import { pure, shakeSdk, withoutRegistered } from "../../scripts/build/shakeSdk";

const clients = ["cloudwatch-logs", "ecr", "ecs", "elastic-load-balancing-v2", "ssm"];
const require = createRequire(import.meta.url);

async function schemasOf(client: string): Promise<string> {
  const entry = require.resolve(`@aws-sdk/client-${client}/package.json`);
  return readFile(join(dirname(entry), "dist-es", "schemas", "schemas_0.js"), "utf8");
}

async function bundle(code: string, shaken: boolean): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    plugins: shaken ? [shakeSdk] : [],
  });
  return outputFiles[0]?.text ?? "";
}

/** What a function gives, or that it refuses. */
function said(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return "refused";
  }
}

const terminate = `export { SSMClient, TerminateSessionCommand } from "@aws-sdk/client-ssm";`;

describe("a client of the SDK in a bundle", () => {
  it("is less than half as large without what nobody calls", async () => {
    const empty = (await bundle(`export * from "@aws-sdk/client-sts";`, false)).length;
    const whole = (await bundle(`export * from "@aws-sdk/client-sts"; ${terminate}`, false)).length - empty;
    const shaken = (await bundle(`export * from "@aws-sdk/client-sts"; ${terminate}`, true)).length - empty;
    expect(shaken).toBeLessThan(whole / 2);
  });

  it("reads and writes dates as it does whole", async () => {
    const texts = ["2026-11-23T19:18:00Z", "1969-12-31T23:59:59.123Z", "0999-02-28T00:00:00Z", "tomorrow", undefined];
    const older = texts.map((text) => said(() => serde.parseRfc3339DateTime(text)));
    expect(texts.map((text) => said(() => serde._parseRfc3339DateTimeWithOffset(text)))).toEqual(older);
    const days = ["Mon, 23 Nov 2026 19:18:00 GMT", "Mon Nov 23 19:18:00 2026"];
    const seconds = ["1795461480.5", 0, -1];
    expect(days.map((text) => serde._parseRfc7231DateTime(text))).toEqual(days.map(serde.parseRfc7231DateTime));
    expect(seconds.map((time) => serde._parseEpochTimestamp(time))).toEqual(seconds.map(serde.parseEpochTimestamp));
    for (const date of [new Date(0), new Date("2026-11-03T09:08:07Z")]) {
      expect(date.toUTCString()).toBe(serde.dateToUtcString(date));
    }
  });

  it("still names the service's errors, says their message, and that the caller is to blame", async () => {
    const module = { exports: {} as { SSMClient: never; TerminateSessionCommand: never } };
    new Function("module", "exports", "require", await bundle(terminate, true))(module, module.exports, require);
    const { SSMClient, TerminateSessionCommand } = module.exports as {
      SSMClient: new (configuration: object) => { send(command: object): Promise<unknown> };
      TerminateSessionCommand: new (input: object) => object;
    };
    const client = new SSMClient({
      region: "eu-west-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      requestHandler: { handle: async () => ({ response: refused() }) },
    });
    await expect(client.send(new TerminateSessionCommand({ SessionId: "none" }))).rejects.toMatchObject({
      name: "DoesNotExistException",
      message: "There is no such session.",
      $fault: "client",
    });
  });

  it.each(clients)("of %s registers an error by each of the statements that are left out", async (client) => {
    const text = await schemasOf(client);
    const left = withoutRegistered(text);
    expect(text.length - left.length).toBeGreaterThan(500);
    expect(left).toMatch(/^_s_registry\.registerError\(/m);
    expect(left).not.toMatch(/^n0_registry\.registerError\(/m);
  });

  it.each(clients)("of %s says all its schemas as lists that have no effect", async (client) => {
    expect(pure(await schemasOf(client))).not.toMatch(/^(export )?(var|const) \w+\$ = \[/m);
  });
});

function refused() {
  const body = JSON.stringify({ __type: "DoesNotExistException", Message: "There is no such session." });
  return {
    statusCode: 400,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: new Blob([body]).stream(),
  };
}

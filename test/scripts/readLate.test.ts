import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readLate, shakeSdk } from "../../scripts/build/shakeSdk";

const sdk = join(__dirname, "..", "..", "node_modules", "@aws-sdk");

/** What the credential providers destructure of a client that they read late, by the client. */
async function asked(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map<string, Set<string>>();
  const packages = (await readdir(sdk)).filter((name) =>
    /^(?:credential-provider-(?!cognito)|token-providers)/.test(name),
  );
  for (const name of packages) {
    const folder = join(sdk, name, "dist-es");
    for (const file of (await readdir(folder, { recursive: true })).filter((each) => each.endsWith(".js"))) {
      const text = await readFile(join(folder, file), "utf8");
      for (const [, list = "", client = ""] of text.matchAll(
        /const \{([^}]*)\} = await import\("(@aws-sdk\/nested[^"]*)"\)/g,
      )) {
        const known = names.get(client) ?? new Set();
        names.set(client, known);
        for (const each of list.split(",")) known.add(each.trim());
      }
    }
  }
  return names;
}

describe("the clients that credential providers read late", () => {
  it("have in the bundle all that is asked of them, and nothing else", async () => {
    const given = new Map(
      Object.entries(readLate).map(([client, text]) => [
        client,
        new Set(
          /\{([^}]*)\}/
            .exec(text)?.[1]
            ?.split(",")
            .map((name) => name.trim()),
        ),
      ]),
    );
    expect(given).toEqual(await asked());
  });

  describe("work as they are bundled", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "stackwright-late-"));
    });
    afterEach(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true, force: true });
    });

    it("for who signs in with a web identity", async () => {
      await esbuild.build({
        stdin: {
          contents: 'export { defaultProvider } from "@aws-sdk/credential-provider-node";',
          resolveDir: __dirname,
        },
        bundle: true,
        platform: "node",
        format: "cjs",
        mainFields: ["module", "main"],
        supported: { "dynamic-import": false },
        plugins: [shakeSdk],
        outfile: join(folder, "providers.js"),
        logLevel: "error",
      });
      const server = createServer((request, response) => {
        request.resume().on("end", () => response.setHeader("content-type", "text/xml").end(assumed));
      }).listen(0, "127.0.0.1");
      await writeFile(join(folder, "token"), "header.body.signature");
      vi.stubEnv("AWS_WEB_IDENTITY_TOKEN_FILE", join(folder, "token"));
      vi.stubEnv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/deployer");
      vi.stubEnv("AWS_CONFIG_FILE", join(folder, "none"));
      vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
      vi.stubEnv("AWS_REGION", "eu-west-1");
      vi.stubEnv("AWS_ENDPOINT_URL_STS", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      try {
        const { defaultProvider } = createRequire(__filename)(join(folder, "providers.js"));
        expect(await defaultProvider()()).toMatchObject({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "of-the-test" });
      } finally {
        server.close();
      }
    });
  });
});

const assumed = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult>
    <Credentials>
      <AccessKeyId>AKIDEXAMPLE</AccessKeyId>
      <SecretAccessKey>of-the-test</SecretAccessKey>
      <SessionToken>session</SessionToken>
      <Expiration>2099-01-01T00:00:00Z</Expiration>
    </Credentials>
  </AssumeRoleWithWebIdentityResult>
</AssumeRoleWithWebIdentityResponse>`;

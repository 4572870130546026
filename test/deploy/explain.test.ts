import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { afterEach, describe, expect, it } from "vitest";
import { connect } from "../../extension/deploy/connect";
import { isDeployError } from "../../extension/deploy/errors";
import { explain } from "../../extension/deploy/explain";
import type { Failure } from "../../extension/deploy/types";

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A server that gives every request the same answer. */
async function answering(status: number, body: string, type = "text/xml"): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(status, { "content-type": type }).end(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As AWS words an error of its Query protocol. */
function errorXml(code: string, message: string): string {
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ErrorResponse>`;
}

/** A port that nothing listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (isDeployError(error)) return error.failure;
    throw error;
  }
  throw new Error("It did not fail.");
}

const sandbox = (endpoint: string) => connect({ target: "sandbox", region: "us-east-1", endpoint });

describe("signing in through the real SDK", () => {
  it.each([
    ["ExpiredToken", "The security token included in the request is expired", "credentials-expired"],
    ["InvalidClientTokenId", "The security token included in the request is invalid.", "credentials-refused"],
    ["SignatureDoesNotMatch", "The request signature we calculated does not match", "credentials-refused"],
    [
      "AccessDenied",
      "User: arn:aws:iam::1:user/ann is not authorized to perform: sts:GetCallerIdentity",
      "access-denied",
    ],
    ["RegionDisabledException", "STS is not activated in this region for account:1", "region-disabled"],
  ])("tells %s as %s", async (code, message, expected) => {
    const failure = await failureOf(sandbox(await answering(403, errorXml(code, message))));
    expect(failure.code).toBe(expected);
    expect(failure.raw).toContain(message);
  });

  it("says which endpoint does not answer", async () => {
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    const failure = await failureOf(sandbox(endpoint));
    expect(failure).toMatchObject({ code: "unreachable", message: `${endpoint} cannot be reached.` });
    expect(failure.fix).toContain("is running");
  });

  it("says that a name does not exist, which is how a wrong region shows", async () => {
    const failure = await failureOf(sandbox("http://sts.us-esat-1.stackwright.invalid"));
    expect(failure.code).toBe("unknown-host");
    expect(failure.message).toContain("sts.us-esat-1.stackwright.invalid");
  });

  it("survives an error page that is not XML", async () => {
    const page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    const failure = await failureOf(sandbox(await answering(502, page, "text/html")));
    expect(failure.code).toBe("service-unavailable");
    expect(failure.message).toContain("HTTP 502");
  });

  it("is told throttling by CloudFormation itself", async () => {
    const endpoint = await answering(400, errorXml("Throttling", "Rate exceeded"));
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const client = new CloudFormationClient({ region: "us-east-1", endpoint, credentials, maxAttempts: 1 });
    const error: unknown = await client.send(new DescribeStacksCommand({})).catch((thrown: unknown) => thrown);
    expect(explain(error).code).toBe("throttled");
  });
});

describe("an empty credential chain", () => {
  const names = Object.keys(process.env).filter((name) => name.startsWith("AWS_"));
  const before = names.map((name) => [name, process.env[name]] as const);

  afterEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  });

  function withoutCredentials(): void {
    for (const name of names) delete process.env[name];
    process.env["AWS_CONFIG_FILE"] = "/nonexistent/config";
    process.env["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent/credentials";
    process.env["AWS_EC2_METADATA_DISABLED"] = "true";
  }

  it("is told in one sentence, with the ways to sign in", async () => {
    withoutCredentials();
    const failure = await failureOf(connect({ target: "aws", region: "us-east-1" }));
    expect(failure.code).toBe("no-credentials");
    expect(failure.fix).toContain("aws login");
  });

  it("names a profile that does not exist", async () => {
    withoutCredentials();
    const failure = await failureOf(connect({ target: "aws", region: "us-east-1", profile: "nobody" }));
    expect(failure).toMatchObject({
      code: "unknown-profile",
      message: "The AWS profile nobody has no usable credentials.",
    });
  });
});

describe("explaining", () => {
  it("names the permission that is missing", () => {
    const message =
      "User: arn:aws:sts::1:assumed-role/dev/ann is not authorized to perform: cloudformation:CreateChangeSet on resource: x";
    const failure = explain(Object.assign(new Error(message), { name: "AccessDenied" }));
    expect(failure.message).toBe("Your role or user does not allow cloudformation:CreateChangeSet.");
    expect(failure.fix).toContain("cloudformation:CreateChangeSet");
  });

  it("tells the organisation's refusal from the role's", () => {
    const message =
      "User is not authorized to perform: rds:CreateDBInstance with an explicit deny in a service control policy";
    expect(explain({ name: "AccessDenied", message }).message).toContain("organisation");
  });

  it("says how to sign in again with the profile that was used", () => {
    const message = "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.";
    const failure = explain({ name: "CredentialsProviderError", message }, { profile: "work" });
    expect(failure).toMatchObject({ code: "credentials-expired" });
    expect(failure.fix).toContain("--profile work");
  });

  it("looks into an error that stands for several attempts to connect", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED ::1:1"), { code: "ECONNREFUSED" });
    expect(explain(Object.assign(new AggregateError([refused]), { code: "ECONNREFUSED" })).code).toBe("unreachable");
  });

  it("masks secrets in the words of others", () => {
    const failure = explain(new Error("AKIAABCDEFGHIJKLMNOP could not be used with password=hunter22"));
    expect(failure.raw).not.toMatch(/AKIA|hunter22/);
    expect(failure.message).not.toMatch(/AKIA|hunter22/);
  });

  it.each([undefined, null, 7, "words", {}, new Error("")])("makes a sentence of anything: %s", (thrown) => {
    expect(explain(thrown)).toMatchObject({ code: "unexpected", fix: expect.stringContaining("Try again") });
  });
});

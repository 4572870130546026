import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../extension/sandbox/template/parseTemplate";
import { CloudError } from "../../extension/sandbox/wire/cloudError";
import { clientOf, start } from "./support/start";

const SIGNED =
  "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/cloudformation/aws4_request, SignedHeaders=host, Signature=0";

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function post(
  endpoint: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(endpoint, { method, headers: { authorization: SIGNED, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: response.headers,
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

const LIST = "Action=ListStacks&Version=2010-05-15";

describe("who may ask", () => {
  test.each([
    "evil.example",
    "evil.example:80",
    "127.0.0.1.evil.example",
    "169.254.169.254",
    "0.0.0.0:1",
    "localhost.evil",
  ])("not a client that calls it %j", async (host) => {
    const { endpoint } = await start();
    const { status, body } = await post(endpoint, LIST, { host });
    expect(status).toBe(403);
    expect(body).toContain("<Code>AccessDenied</Code>");
  });

  test.each(["127.0.0.1:1", "localhost:9999", "[::1]:80", "LOCALHOST"])("a client that calls it %j", async (host) => {
    const { endpoint } = await start();
    expect((await post(endpoint, LIST, { host })).status).toBe(200);
  });

  test("not a page in a browser, whose form has an origin", async () => {
    const { endpoint } = await start();
    expect((await post(endpoint, LIST, { origin: "https://evil.example" })).status).toBe(403);
  });

  test("not a request without a signature", async () => {
    const { endpoint } = await start();
    const { status, body } = await post(endpoint, LIST, { authorization: "" });
    expect(status).toBe(403);
    expect(body).toContain("<Code>MissingAuthenticationToken</Code>");
  });

  test("not another computer: it listens on loopback alone", async () => {
    const { endpoint } = await start();
    const port = Number(new URL(endpoint).port);
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of outside) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: address, port });
        socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
      });
      expect(reached).toBe(false);
    }
    expect(new URL(endpoint).hostname).toBe("127.0.0.1");
  });

  test("not for its health without the token", async () => {
    const { endpoint } = await start();
    const { status, body } = await post(
      `${endpoint}/stackwright-sandbox/health`,
      "",
      { "x-stackwright-token": "guess" },
      "GET",
    );
    expect([status, JSON.parse(body).sandbox]).toEqual([403, false]);
  });
});

describe("requests that make no sense", () => {
  test.each<[string, string]>([
    ["", "<Code>InvalidAction</Code>"],
    ["Action=ListStacks", "<Code>InvalidAction</Code>"],
    ["Version=2010-05-15", "Could not find operation  for version 2010-05-15"],
    ["Action=constructor&Version=2010-05-15", "Could not find operation constructor"],
    ["Action=__proto__&Version=2010-05-15", "Could not find operation __proto__"],
    ["Action=GetCallerIdentity&Version=2010-05-15", "Could not find operation GetCallerIdentity"],
    [
      "Action=DescribeStacks&Version=2010-05-15&StackName=%00%01%3Cb%3E",
      "Stack with id \ufffd\ufffd&lt;b&gt; does not exist",
    ],
    ["Action=DescribeStacks&Version=2010-05-15&NextToken=%7B%7D", "Invalid NextToken"],
    ["%%%&=&==&Action", "<Code>InvalidAction</Code>"],
    [`Action=CreateStack&Version=2010-05-15&StackName=${"a.".repeat(100)}`, "failed to satisfy constraint"],
  ])("%j are answered with an error", async (body, expected) => {
    const { endpoint } = await start();
    const reply = await post(endpoint, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain(expected);
  });

  test("one that is too large is refused, and the next is served", async () => {
    const { endpoint } = await start();
    const large = await post(endpoint, Buffer.alloc(2 * 1024 * 1024, "a"));
    expect(large.status).toBe(413);
    expect((await post(endpoint, LIST)).status).toBe(200);
  });

  test("bytes that are not HTTP do no harm", async () => {
    const sandbox = await start();
    const port = Number(new URL(sandbox.endpoint).port);
    await new Promise<void>((resolve) => {
      const socket = connect({ host: "127.0.0.1", port }, () => socket.end("\u0000\u0001 not http\r\n\r\n"));
      socket.on("close", () => resolve()).on("error", () => resolve());
      socket.resume();
    });
    expect((await clientOf(sandbox).listStacks({})).StackSummaries).toEqual([]);
  });

  test.each(["DELETE", "OPTIONS"])("the method %s is not supported", async (method) => {
    const { endpoint } = await start();
    expect((await post(endpoint, "", {}, method)).status).toBe(405);
  });

  test("a request whose body breaks off leaves the server as it was", async () => {
    const sandbox = await start();
    const port = Number(new URL(sandbox.endpoint).port);
    await new Promise<void>((resolve) => {
      const socket = connect({ host: "127.0.0.1", port }, () => {
        socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nAction=`, () =>
          socket.destroy(),
        );
      });
      socket.on("close", () => resolve());
    });
    expect((await clientOf(sandbox).listStacks({})).StackSummaries).toEqual([]);
  });
});

test("every answer says that it is a simulation, and a browser is told so in words", async () => {
  const { endpoint } = await start();
  const reply = await post(endpoint, LIST);
  expect(reply.headers["x-stackwright-sandbox"]).toBe("simulation");
  expect(reply.headers["x-amzn-requestid"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(reply.body).toContain(`<RequestId>${String(reply.headers["x-amzn-requestid"])}</RequestId>`);
  const page = await post(endpoint, "", {}, "GET");
  expect(page.headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(page.body).toContain("This is a simulation of AWS CloudFormation on this computer.");
});

test("no template, however odd, gets more than a typed error", () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const resource = fc.record(
    { Type: json, Properties: json, DependsOn: json, Condition: json, DeletionPolicy: json },
    { requiredKeys: [] },
  );
  const sections = fc.record(
    {
      Resources: fc.dictionary(fc.string(), resource),
      Parameters: json,
      Outputs: json,
      Conditions: json,
      Mappings: json,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        sections.map((value) => JSON.stringify(value)),
        fc.string(),
        json.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        try {
          parseTemplate(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CloudError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

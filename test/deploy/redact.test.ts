import { describe, expect, it } from "vitest";
import { redact, redactValue } from "../../extension/deploy/redact";

describe("masking secrets in words", () => {
  it.each([
    "AKIAIOSFODNN7EXAMPLE",
    "postgres://app:s3cret!pass@db.example.com/app",
    'password=hunter22 and "apiKey": "abcd1234"',
    "secretToken: abcdefgh",
  ])("%s", (text) => {
    expect(redact(text)).toContain("****");
    expect(redact(text)).not.toMatch(/IOSFODNN7|s3cret|hunter22|abcd1234|abcdefgh/);
  });

  it("leaves ordinary words as they are", () => {
    const text = "Cannot find version 99 for postgres (Service: Rds, Status Code: 400)";
    expect(redact(text)).toBe(text);
  });
});

describe("masking secrets in a property's value", () => {
  it("hides the value of an environment variable whose name speaks of a secret", () => {
    const value = JSON.stringify([
      {
        Environment: [
          { Name: "SECRET_KEY_BASE", Value: "abc" },
          { Name: "PORT", Value: "80" },
        ],
      },
    ]);
    expect(redactValue("Properties.ContainerDefinitions", value)).toBe(
      '[{"Environment":[{"Name":"SECRET_KEY_BASE","Value":"****"},{"Name":"PORT","Value":"80"}]}]',
    );
  });

  it("hides a property that is one", () => {
    expect(redactValue("Properties.MasterUserPassword", "abc")).toBe("****");
    expect(redactValue("Properties.AuthToken", "abc")).toBe("****");
  });

  it("shows what only names a secret", () => {
    const arn = "arn:aws:secretsmanager:us-east-1:1:secret:smtp";
    const value = JSON.stringify([{ Name: "SMTP_PASSWORD", ValueFrom: arn }]);
    expect(redactValue("Properties.Secrets", value)).toContain(arn);
    expect(redactValue("Properties.MasterUserSecret.SecretArn", arn)).toBe(arn);
    expect(redactValue("Properties.Secrets.SMTP_PASSWORD", arn)).toBe(arn);
  });

  it("treats what only looks like JSON as words", () => {
    expect(redactValue("Properties.Description", "[password=hunter22")).not.toContain("hunter22");
  });
});

import { describe, expect, it } from "vitest";
import { maskTemplate, unmask } from "../../extension/deploy/operate/maskTemplate";

const withVariables = (...Environment: readonly { Name: string; Value: unknown }[]) => ({
  Resources: { Web: { Properties: { ContainerDefinitions: [{ Name: "web", Environment }] } } },
});

describe("a template that is kept", () => {
  it("loses the values of plain variables that are called as secrets are", () => {
    const template = withVariables({ Name: "API_KEY", Value: "abcdefgh" }, { Name: "MODE", Value: "abcdefgh" });
    expect(maskTemplate(template)).toEqual(
      withVariables({ Name: "API_KEY", Value: "****" }, { Name: "MODE", Value: "abcdefgh" }),
    );
  });

  it("loses what looks like a secret wherever it stands", () => {
    expect(maskTemplate(["postgres://user:pass-word@host/db"])).toEqual(["****"]);
  });

  it("keeps references to secrets, and code that speaks of them", () => {
    const template = {
      MasterUserPassword: "{{resolve:secretsmanager:db:SecretString:password}}",
      ZipFile: "const password = event.password;",
      Secrets: [{ Name: "DB_PASSWORD", ValueFrom: { Ref: "DbConnection" } }],
    };
    expect(maskTemplate(template)).toEqual(template);
  });
});

describe("what was masked", () => {
  it("comes back from where it stands now, though the variables around it have moved", () => {
    const masked = withVariables({ Name: "API_KEY", Value: "****" });
    const now = withVariables({ Name: "A", Value: "first" }, { Name: "API_KEY", Value: "abcdefgh" });
    expect(unmask(masked, now)).toEqual({
      value: withVariables({ Name: "API_KEY", Value: "abcdefgh" }),
      missing: [],
    });
  });

  it("is missing where nothing stands now, and is said by its place", () => {
    const { missing } = unmask(withVariables({ Name: "API_KEY", Value: "****" }), { Resources: {} });
    expect(missing).toEqual(["Resources.Web.Properties.ContainerDefinitions.web.Environment.API_KEY.Value"]);
  });

  it("is missing where it is no plain text any more", () => {
    const now = withVariables({ Name: "API_KEY", Value: { Ref: "Key" } });
    expect(unmask(withVariables({ Name: "API_KEY", Value: "****" }), now).missing).toHaveLength(1);
  });

  it("changes nothing else", () => {
    const masked = withVariables({ Name: "MODE", Value: "fast" });
    expect(unmask(masked, withVariables({ Name: "MODE", Value: "slow" })).value).toEqual(masked);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, partId, partRoles, pascal, roles } from "../../extension/targets/aws/logicalId";

/** Names of few letters, so that any two of them are likely to look alike. */
const name = fc.stringMatching(/^[ax][ax1-]{0,6}$/);
const ownName = fc.stringMatching(/^(web|db)(-(to|from|secret|x|1|role|task|volume|port80|a)){0,3}$/);

describe("a component's name in an id", () => {
  it.each([
    ["web", "Web"],
    ["web-api", "WebApi"],
    ["a-b", "AB"],
    ["ab", "Ab"],
    ["web-2", "WebX2"],
    ["web2", "Web2"],
    ["x-ray", "XxRay"],
    ["a--b", "AXyB"],
    ["a-", "AXy"],
  ])("%s is %s", (component, expected) => {
    expect(pascal(component)).toBe(expected);
  });

  it("is never the same for two names", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(a !== b);
        expect(pascal(a)).not.toBe(pascal(b));
      }),
      { numRuns: 5000 },
    );
  });

  it("is letters and digits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/), (any) => {
        expect(pascal(any)).toMatch(/^[A-Za-z0-9]+$/);
      }),
    );
  });
});

describe("the id of a resource", () => {
  it("has no ending that is the end of another", () => {
    for (const role of roles) {
      for (const other of roles) if (role !== other) expect(other.endsWith(role), `${other} and ${role}`).toBe(false);
    }
  });

  it("is never the same for two components", () => {
    fc.assert(
      fc.property(ownName, ownName, fc.constantFrom(...roles), fc.constantFrom(...roles), (a, b, one, two) => {
        fc.pre(a !== b || one !== two);
        expect(idOf(a, one)).not.toBe(idOf(b, two));
      }),
      { numRuns: 5000 },
    );
  });

  it("is never the same for two parts, or a part and a resource of its own", () => {
    const part = fc.oneof(
      ownName,
      fc.stringMatching(/^(KEY|SECRET|TO|A|ROLE|TASK_ROLE|LOG_GROUP)(_(A|B|1|SECRET|TO|SERVICE)){0,2}$/),
    );
    const id = fc.oneof(
      fc
        .tuple(ownName, fc.constantFrom(...partRoles), part)
        .map(([c, r, p]) => ({ key: `${c} ${r} ${p}`, id: partId(c, r, p) })),
      fc.tuple(ownName, fc.constantFrom(...roles)).map(([c, r]) => ({ key: `${c} ${r}`, id: idOf(c, r) })),
    );
    fc.assert(
      fc.property(fc.array(id, { minLength: 2, maxLength: 40 }), (all) => {
        const keys = new Map(all.map((one) => [one.key, one.id]));
        expect(new Set(keys.values()).size, JSON.stringify([...keys])).toBe(keys.size);
      }),
      { numRuns: 2000 },
    );
  });

  it("can be read where nothing could be meant by mistake", () => {
    expect(partId("web", "Secret", "SMTP_PASSWORD")).toBe("WebSecretSmtpPassword");
    expect(partId("web", "Volume", "user-files")).toBe("WebVolumeUserFiles");
    expect(partId("edge", "Record", "forum.example.com")).toBe("EdgeRecordForumExampleCom");
  });

  it("has a hash where two could be meant", () => {
    expect(partId("web", "Secret", "A_1")).not.toBe(partId("web", "Secret", "A1"));
    expect(partId("web-secret-a", "Secret", "B")).not.toBe(partId("web", "Secret", "A_SECRET_B"));
  });

  it("stays within the 255 characters that CloudFormation takes", () => {
    const longest = partId("a".repeat(31), "Secret", "A".repeat(255));
    expect(longest.length).toBeLessThanOrEqual(255);
    expect(longest).not.toBe(partId("a".repeat(31), "Secret", "A".repeat(254)));
  });
});

import { describe, expect, it } from "vitest";
import { checkSize, outputLimit, resourceLimit, uploadLimit } from "../../extension/deploy/checkSize";
import { isDeployError } from "../../extension/deploy/errors";

function template(resources: Record<string, { component?: string; bytes?: number }>): string {
  const entries = Object.entries(resources).map(([id, { component, bytes = 0 }]) => [
    id,
    { Type: "AWS::SNS::Topic", Properties: { Name: "x".repeat(bytes) }, Metadata: { Stackwright: { component } } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(entries) });
}

function refusalOf(text: string) {
  try {
    checkSize(text);
  } catch (error) {
    if (isDeployError(error)) return error.failure;
  }
  return undefined;
}

describe("a template that is too large", () => {
  it("is refused with what makes it so, the largest first", () => {
    const failure = refusalOf(
      template({ A: { component: "web", bytes: 300_000 }, B: { component: "worker", bytes: 800_000 }, C: {} }),
    );
    expect(failure?.code).toBe("template-too-large");
    expect(failure?.message).toMatch(
      /1,000,000.*worker \(800,\d{3} bytes\), web \(300,\d{3} bytes\) and what all components share/,
    );
  });

  it("is measured in bytes, as CloudFormation does, not in characters", () => {
    const characters = "ü".repeat(uploadLimit / 2);
    expect(refusalOf(JSON.stringify({ Resources: {}, Description: characters }))?.code).toBe("template-too-large");
  });

  it("passes up to the limit", () => {
    const frame = template({ A: { component: "web" } });
    expect(refusalOf(template({ A: { component: "web", bytes: uploadLimit - frame.length } }))).toBeUndefined();
    expect(refusalOf(template({ A: { component: "web", bytes: uploadLimit - frame.length + 1 } }))).toBeDefined();
  });
});

describe("too many outputs", () => {
  it("are refused with their number", () => {
    const Outputs = Object.fromEntries(Array.from({ length: outputLimit + 1 }, (_, index) => [`O${index}`, {}]));
    expect(refusalOf(JSON.stringify({ Resources: {}, Outputs }))?.message).toContain("201 outputs");
  });
});

describe("too many resources", () => {
  it("are refused with their number", () => {
    const many = Object.fromEntries(Array.from({ length: resourceLimit + 1 }, (_, index) => [`R${index}`, {}]));
    expect(refusalOf(template(many))).toMatchObject({
      code: "too-many-resources",
      message: expect.stringContaining("501"),
    });
  });
});

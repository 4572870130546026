import { describe, expect, it } from "vitest";
import { expand } from "../../extension/packages/expand";
import { valuesFor } from "../../extension/packages/parameters";
import { readPackage } from "../../extension/packages/readPackage";
import { packageText } from "./packageText";

const reason = (text: string): string => {
  const answer = readPackage(text);
  return answer.ok ? "it was read" : answer.reason;
};

function expanded(text: string, typed: readonly string[] = []): string {
  const found = readPackage(text);
  if (!found.ok) return found.reason;
  const values = valuesFor(found.value, typed);
  if (!values.ok) return values.reason;
  const answer = expand(found.value, values.value);
  return answer.ok ? answer.value : answer.reason;
}

describe("a package file", () => {
  it("is read", () => {
    expect(readPackage(packageText())).toMatchObject({ ok: true, value: { name: "shop", version: "1.2.0" } });
  });

  it("is refused with the reason when it has another form", () => {
    expect(reason("name: [")).toContain("cannot be read");
    expect(reason("")).toContain("does not fit");
    expect(reason(packageText().replace("licence: MIT\n", ""))).toContain("needs `licence`");
    expect(reason(`${packageText()}colour: red\n`)).toContain("line 24: A package has no `colour`");
    expect(reason(packageText().replace("1.2.0", "v1.2"))).toContain(
      "`version` must be a semantic version such as `1.2.3`",
    );
    expect(reason(packageText().replace("default: 2", "default: 200"))).toContain(
      "`tasks` must be from 1 to 9, and is 200",
    );
  });

  it("is refused when nobody else could run it", () => {
    expect(reason(packageText().replace("image: nginx:1.29", "build: ."))).toContain("web is built from a folder");
  });

  it("is refused when it is huge, or multiplies itself", () => {
    expect(reason(`${packageText()}# ${"x".repeat(300_000)}`)).toContain("larger than");
    const bomb = Array.from(
      { length: 30 },
      (_, level) => `a${level}: &a${level} [${`*a${level - 1},`.repeat(level > 0 ? 9 : 0)}]`,
    );
    expect(reason(bomb.join("\n"))).toMatch(/does not fit|cannot be read/);
  });
});

describe("a package's components", () => {
  it("get the parameters that were typed, the defaults otherwise, and keep their comments", () => {
    const text = expanded(packageText(), ["greeting=Hi: # there"]);
    expect(text).toContain('GREETING: "Hi: # there, world"');
    expect(text).toContain("scale: 2 # Two, so that one may fail.");
  });

  it("take no value that is another type, is unknown, or would be a reference", () => {
    expect(expanded(packageText(), ["tasks=many"])).toContain("`tasks` must be a whole number");
    expect(expanded(packageText(), ["colour=red"])).toContain("It has: greeting, tasks.");
    expect(expanded(packageText(), ["greeting"])).toContain("write it as name=value");
    expect(expanded(packageText(), [`greeting=\${{ db.password }}`])).toContain("must not contain");
  });

  it("cannot be broken out of by a value", () => {
    const text = expanded(packageText(), ['greeting="\n  evil: { type: web }\n#']);
    expect(text).toContain(String.raw`GREETING: "\"\n  evil: { type: web }\n#, world"`);
  });

  it("are refused when they are no valid manifest, or mention a parameter that is not there", () => {
    expect(expanded(packageText().replace("port: 80", "port: none"))).toContain("are not valid");
    expect(expanded(packageText().replace("parameters.tasks", "parameters.others"))).toContain("parameter others");
  });
});

import { describe, expect, it } from "vitest";
import { readPackage } from "../../extension/packages/readPackage";
import { readLink, valuesIn } from "../../extension/vscode/gallery/link";
import { packageText } from "./packageText";

const link = (query: string, path = "/install") => ({ path, query });
const answer = readPackage(packageText());
if (!answer.ok) throw new Error(answer.reason);
const shop = answer.value;

describe("a link to a package", () => {
  it("names one that comes along, or a repository", () => {
    expect(readLink(link("package=shop"))).toEqual({ package: "shop" });
    expect(readLink(link("repository=https%3A%2F%2Fgit.example.com%2Fshop%23v1"))).toEqual({
      repository: "https://git.example.com/shop#v1",
    });
  });

  it.each([
    link(""),
    link("package=shop", "/uninstall"),
    link("package=shop", "/install/../deploy"),
    link("package=shop&repository=https://git.example.com/shop"),
    link("command=workbench.action.terminal.new"),
  ])("is nothing else: %j", (other) => {
    expect(readLink(other)).toBeUndefined();
  });

  it("gives parameters values of their types, and nothing that there is not", () => {
    expect(valuesIn(link("set=tasks=3&set=greeting=a=b%26c"), shop)).toEqual({ tasks: 3, greeting: "a=b&c" });
    expect(valuesIn(link("set=__proto__=x&set=unknown=1&set=constructor=2&set=tasks"), shop)).toEqual({ tasks: "" });
    expect(valuesIn(link(`set=greeting=${"x".repeat(2_000)}`), shop)).toEqual({});
  });

  it("is read no further than a form could be filled in", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `set=tasks=${index}`).join("&");
    expect(valuesIn(link(many), shop)).toEqual({ tasks: 49 });
  });
});

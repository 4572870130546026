import { expect, test } from "vitest";
import { html } from "../../extension/vscode/canvas/html";

const page = {
  cspSource: "https://*.vscode-cdn.net",
  nonce: "bm9uY2U+",
  script: "https://host/dist/webview.js",
  style: "https://host/dist/webview.css",
  language: { tag: "en" },
  title: "stackwright.yaml",
  page: "canvas" as const,
};

/** The directives of the page's policy, by name. */
function policyOf(text: string): Map<string, readonly string[]> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
  return new Map(
    content.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(" ");
      return [name, sources];
    }),
  );
}

test("what is not allowed by name is forbidden", () => {
  expect(policyOf(html(page)).get("default-src")).toEqual(["'none'"]);
});

test("only the script with this page's nonce runs", () => {
  const text = html({ ...page, nonce: "abc" });
  expect(policyOf(text).get("script-src")).toEqual(["'nonce-abc'"]);
  expect(text.match(/<script[^>]*>/g)).toEqual([
    '<script type="module" nonce="abc" src="https://host/dist/webview.js">',
  ]);
});

test("nothing unsafe is allowed, and nothing from all over the web", () => {
  const sources = [...policyOf(html(page)).values()].flat();
  expect(sources.filter((source) => /unsafe|^\*$|^https?:$/.test(source))).toEqual([]);
});

test("styles and fonts come from the extension alone", () => {
  const policy = policyOf(html(page));
  expect(policy.get("font-src")).toEqual(["https://*.vscode-cdn.net"]);
  expect(policy.get("style-src")?.[0]).toBe("https://*.vscode-cdn.net");
});

test("no style and no script stands in the page itself", () => {
  const text = html(page);
  expect(text).not.toMatch(/<style|style="|\son\w+=/);
  expect(text).not.toMatch(/<script[^>]*>[^<]/);
});

test("a file's name cannot become markup", () => {
  const text = html({ ...page, title: '</title><script>alert(1)</script>"&' });
  expect(text).not.toContain("<script>alert");
  expect(text).toContain("<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#38;</title>");
});

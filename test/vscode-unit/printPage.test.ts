import { expect, test } from "vitest";
import { printPage } from "../../extension/vscode/canvas/printPage";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><script>alert(1)</script><text>Grüße 🚀</text></svg>';

/** The picture as the page has it. */
function pictureIn(page: string): string {
  const data = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(page)?.[1] ?? "";
  return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
}

test("the picture is an image, in which no script runs", () => {
  const page = printPage({ title: "shop", svg, nonce: "abc" });
  expect(pictureIn(page)).toBe(svg);
  expect(page.match(/<script[^>]*>/g)).toEqual(['<script nonce="abc">']);
  expect(page).not.toContain("alert");
});

test("nothing may be loaded, and nothing but the page's own script may run", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(printPage({ title: "", svg, nonce: "abc" }))?.[1];
  expect(policy).toBe("default-src 'none'; img-src data:; style-src 'nonce-abc'; script-src 'nonce-abc'");
});

test("a file's name cannot become markup", () => {
  expect(printPage({ title: '"><img src=x onerror=alert(1)>', svg, nonce: "abc" })).not.toContain("<img src=x");
});

test.each([
  ["landscape", 'viewBox="0 0 300 200"'],
  ["portrait", 'viewBox="-10.5 0 200 300"'],
])("the paper is %s for %s", (orientation, box) => {
  expect(printPage({ title: "", svg: `<svg ${box}></svg>`, nonce: "abc" })).toContain(`size: ${orientation}`);
});

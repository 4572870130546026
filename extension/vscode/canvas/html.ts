import type { Words } from "../../manifest/l10n";

export interface Page {
  /** What VS Code serves the extension's own files from. */
  readonly cspSource: string;
  /** New for each page, so that no script but ours runs. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** Of what the page says: a BCP 47 tag, and the words of a language other than English. */
  readonly language: { readonly tag: string; readonly words?: Words };
  readonly title: string;
  /** Which of the two things that the script can show. */
  readonly page: "canvas" | "gallery";
}

/** A page of the extension. Nothing is loaded from outside the extension, and no script or style stands in the page itself. */
export function html({ cspSource, nonce, script, style, language, title, page }: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} '${emptyStyle}'`,
    `font-src ${cspSource}`,
    // The icon of a package is a picture that came with a message.
    `img-src ${cspSource}${page === "gallery" ? " data:" : ""}`,
    // The layout is computed beside the page, by a program that the page holds as a text.
    "worker-src blob:",
  ].join("; ");
  const words = language.words === undefined ? "" : ` data-words="${escaped(JSON.stringify(language.words))}"`;
  return `<!DOCTYPE html>
<html lang="${escaped(language.tag)}" data-page="${page}"${words}>
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${escaped(style)}">
  <title>${escaped(title)}</title>
</head>
<body>
  <div id="root"></div>
  <script type="module" nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** The form controls add one empty `<style>` when they register; this is the hash of the empty text. */
const emptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

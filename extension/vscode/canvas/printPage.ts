export interface PrintPage {
  readonly title: string;
  /** An SVG document. It becomes an image, in which nothing runs and nothing is loaded. */
  readonly svg: string;
  /** For the one script there is, which asks the browser to print. */
  readonly nonce: string;
}

/** A page with the picture as large as the paper allows, which opens the print dialog by itself. */
export function printPage({ title, svg, nonce }: PrintPage): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const [width, height] = sizeOf(svg);
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
  <title>${escaped(title)}</title>
  <style nonce="${nonce}">
    @page { size: ${width > height ? "landscape" : "portrait"}; margin: 10mm; }
    html, body { height: 100%; margin: 0; background: white; }
    img { display: block; width: 100%; height: 100%; object-fit: contain; }
  </style>
</head>
<body>
  <img alt="${escaped(title)}" src="data:image/svg+xml;base64,${base64(svg)}">
  <script nonce="${nonce}">addEventListener("load", () => print());</script>
</body>
</html>
`;
}

function sizeOf(svg: string): readonly [number, number] {
  const box = /\bviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg.slice(0, 2_000));
  return [Number(box?.[1] ?? 2), Number(box?.[2] ?? 1)];
}

function base64(text: string): string {
  let binary = "";
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

import type { App, Template } from "../../manifest/app";

/** What an attribute stands for on a platform: text, and parts in the platform's own notation, such as `${DB_PASSWORD}`. */
export type Piece = string | { readonly raw: string };
export type Attributes = Readonly<Record<string, readonly Piece[]>>;

/** Text with its references put in. A part in the platform's notation stands as it is, also inside `urlencode`. */
export function fill(app: App, template: Template, attributesOf: (component: string) => Attributes): readonly Piece[] {
  return template.flatMap((part): readonly Piece[] => {
    if (typeof part === "string") return [part];
    const pieces = app.components.has(part.component) ? (attributesOf(part.component)[part.attribute] ?? []) : [];
    return part.urlencode
      ? pieces.map((piece) => (typeof piece === "string" ? encodeURIComponent(piece) : piece))
      : pieces;
  });
}

/** One string of it. @param literal makes text safe from being read as the platform's notation */
export function join(pieces: readonly Piece[], literal: (text: string) => string): string {
  return pieces.map((piece) => (typeof piece === "string" ? literal(piece) : piece.raw)).join("");
}

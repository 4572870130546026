/** The kinds of semantic tokens: a component, its type, what a reference asks for. Told to the editor before any text. */
export const tokenKinds = ["class", "type", "property"] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** What a command is about. Cards and notes are those that are selected. */
export type MenuTarget =
  | { readonly kind: "canvas" }
  | { readonly kind: "cards" }
  | { readonly kind: "note"; readonly id: string }
  | { readonly kind: "group"; readonly id: string }
  | { readonly kind: "edge"; readonly id: string };

export const palette = {
  label: "Components",
  search: "Search components",
  nothing: (query: string) => `No component matches “${query}”.`,
  help: "Drag onto the canvas, or press Enter to add.",
  add: (label: string) => `Add ${label}`,
  expand: "Show Names and Search",
  collapse: "Show Icons Only",
} as const;

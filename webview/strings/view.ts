import { count } from "./words";

export const find = {
  label: "Find Component",
  placeholder: "Name, type, image or problem",
  place: (at: number, all: number) => `${at} of ${all}`,
  none: "No results",
  next: "Next Match",
  previous: "Previous Match",
  close: "Close",
  said: (name: string, at: number, all: number) => `${name}, ${at} of ${all}`,
} as const;

export const minimap = {
  label: "Minimap. Arrow keys move the view, plus and minus zoom.",
  show: "Show Minimap",
  hide: "Hide Minimap",
} as const;

export const list = {
  label: "Components as a list",
  show: "Show as List",
  hide: "Show as Canvas",
  name: "Name",
  type: "Type",
  group: "Group",
  summary: "Configuration",
  price: "A month",
  problems: "Problems",
  links: "Connected to",
  noProblems: "None",
  actions: (name: string) => `Actions for ${name}`,
  onCanvas: "Show on Canvas",
  empty: "No components yet.",
} as const;

export const view = {
  find: "Find…",
  zoomIn: "Zoom In",
  zoomOut: "Zoom Out",
  zoomReset: "Zoom to 100 %",
  zoomSelection: "Zoom to Selection",
  arrangeOpen: "Auto Layout",
  arrangeSelection: "Arrange Selected",
  arrangeAll: "Arrange All",
  menu: "View and Export",
  exportAs: "Export",
  svg: "SVG",
  svgLight: "SVG, Light",
  png: "PNG",
  pngLight: "PNG, Light",
  print: "Print…",
  nothingOpen: "Every component was placed by hand. Arrange All moves those too.",
  arranged: (number: number) => `${count(number, "component", "components")} arranged.`,
} as const;

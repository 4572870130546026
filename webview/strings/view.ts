import { t } from "../../extension/manifest/l10n";
import { count } from "./words";

export const find = {
  label: t`Find Component`,
  placeholder: t`Name, type, image or problem`,
  place: (at: number, all: number) => t`${at} of ${all}`,
  none: t`No results`,
  next: t`Next Match`,
  previous: t`Previous Match`,
  close: t`Close`,
  said: (name: string, at: number, all: number) => t`${name}, ${at} of ${all}`,
} as const;

export const minimap = {
  label: t`Minimap. Arrow keys move the view, plus and minus zoom.`,
  show: t`Show Minimap`,
  hide: t`Hide Minimap`,
} as const;

export const list = {
  label: t`Components as a list`,
  show: t`Show as List`,
  hide: t`Show as Canvas`,
  name: t`Name`,
  type: t`Type`,
  group: t`Group`,
  summary: t`Configuration`,
  price: t`A month`,
  problems: t`Problems`,
  links: t`Connected to`,
  noProblems: t`None`,
  actions: (name: string) => t`Actions for ${name}`,
  onCanvas: t`Show on Canvas`,
  empty: t`No components yet.`,
} as const;

export const view = {
  find: t`Find…`,
  zoomIn: t`Zoom In`,
  zoomOut: t`Zoom Out`,
  zoomReset: t`Zoom to 100 %`,
  zoomSelection: t`Zoom to Selection`,
  arrangeOpen: t`Auto Layout`,
  arrangeSelection: t`Arrange Selected`,
  arrangeAll: t`Arrange All`,
  menu: t`View and Export`,
  exportAs: t`Export`,
  svg: t`SVG`,
  svgLight: t`SVG, Light`,
  png: t`PNG`,
  pngLight: t`PNG, Light`,
  print: t`Print…`,
  nothingOpen: t`Every component was placed by hand. Arrange All moves those too.`,
  arranged: (number: number) => t`${count(number, t`component`, t`components`)} arranged.`,
} as const;

import { announce } from "./announce";
import { app, invalid, lanes, notice, severity } from "./app";
import { connect, link, zoom } from "./canvas";
import { card, phase, status } from "./card";
import { commands, menu, shortcuts } from "./commands";
import { deployment } from "./deployment";
import { compared, edited } from "./edited";
import { environments } from "./environments";
import { gallery } from "./gallery";
import { aligned, connecting, groups, lock, notes, refused, selection } from "./gestures";
import { inspector, overview } from "./inspector";
import { lastChange } from "./lastChange";
import { layout } from "./layout";
import { palette } from "./palette";
import { plan } from "./plan";
import { price } from "./price";
import { start } from "./start";
import { toolbar } from "./toolbar";
import { find, list, minimap, view } from "./view";

/** Everything that the webview says, in one place, so that it can be said in another language. */
export const strings = {
  app,
  lanes,
  toolbar,
  palette,
  severity,
  card,
  phase,
  status,
  zoom,
  link,
  connect,
  announce,
  invalid,
  start,
  notice,
  inspector,
  overview,
  environments,
  deployment,
  plan,
  compared,
  edited,
  price,
  commands,
  menu,
  shortcuts,
  aligned,
  connecting,
  groups,
  lastChange,
  layout,
  lock,
  notes,
  refused,
  selection,
  find,
  gallery,
  list,
  minimap,
  view,
} as const;

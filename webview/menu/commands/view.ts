import { showAll, zoomRange } from "../../canvas/showAll";
import { zoomToSelection } from "../../canvas/zoomToSelection";
import { exportPicture, printPicture } from "../../export/exportPicture";
import { calmed } from "../../motion/calmed";
import { arrangeAll, arrangeOpen, arrangeSelected } from "../../state/arrange";
import { whyNotChange } from "../../state/mayChange";
import { allPlaced, placedByHand, release } from "../../state/release";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command, Context } from "../command";

const words = strings.view;
const everywhere = ["canvas", "cards", "edge", "group", "note"] as const;
const hasCards = (state: State) => state.nodes.length > 0;
const onlyOnCanvas = (_state: State, target: { readonly kind: string }) => target.kind === "canvas";
const afterwards = ({ controller, flow }: Context, done: Promise<void>) =>
  void done.then(() => requestAnimationFrame(() => showAll(flow, controller.store.get(), 150)));

/** Where cards stand by themselves. */
export const arrangeCommands: readonly Command[] = [
  {
    id: "arrangeOpen",
    label: words.arrangeOpen,
    icon: "layout",
    keys: ["Shift+Alt+T"],
    on: [...everywhere],
    part: 5,
    isOffered: (state, target) => hasCards(state) && target.kind === "canvas",
    run: (context) => afterwards(context, arrangeOpen(context.controller)),
  },
  {
    id: "arrangeAll",
    label: words.arrangeAll,
    on: ["canvas"],
    part: 5,
    isOffered: hasCards,
    whyNot: (state) => whyNotChange(state, "place"),
    run: (context) => afterwards(context, arrangeAll(context.controller)),
  },
  {
    id: "arrangeSelection",
    label: words.arrangeSelection,
    icon: "layout",
    keys: ["Shift+Alt+S"],
    on: ["cards"],
    part: 3,
    isOffered: (state) => state.selected.length > 1,
    whyNot: (state) => whyNotChange(state, "place"),
    run: ({ controller }) => void arrangeSelected(controller),
  },
  {
    id: "release",
    label: strings.layout.release,
    icon: "pinned",
    keys: ["Shift+Alt+R"],
    on: ["cards"],
    part: 3,
    isOffered: (state) => placedByHand(state, state.selected).length > 0,
    whyNot: (state) => whyNotChange(state, "place"),
    run: ({ controller }) => {
      const state = controller.store.get();
      void release(controller, placedByHand(state, state.selected));
    },
  },
  {
    id: "releaseAll",
    label: strings.layout.releaseAll,
    on: ["canvas"],
    part: 5,
    isOffered: (state) => allPlaced(state).length > 0,
    whyNot: (state) => whyNotChange(state, "place"),
    run: ({ controller }) => void release(controller, allPlaced(controller.store.get())),
  },
];

/** What is in sight, and how large. */
export const zoomCommands: readonly Command[] = [
  {
    id: "fit",
    label: strings.commands.fit,
    icon: "screen-full",
    keys: ["Shift+1", "!"],
    on: [...everywhere],
    part: 5,
    isOffered: onlyOnCanvas,
    run: ({ controller, flow }) => showAll(flow, controller.store.get(), 150),
  },
  {
    id: "zoomSelection",
    label: words.zoomSelection,
    icon: "zoom-in",
    keys: ["Shift+2", "@"],
    on: ["cards", "note"],
    part: 5,
    isOffered: (state) => state.selected.length + state.selectedNotes.length > 0,
    run: ({ controller, flow }) => zoomToSelection(flow, controller.store.get(), 150),
  },
  {
    id: "zoomReset",
    label: words.zoomReset,
    keys: ["Shift+0", ")"],
    on: [...everywhere],
    part: 5,
    isOffered: onlyOnCanvas,
    run: ({ flow }) => void flow.zoomTo(1, { duration: calmed(100) }),
  },
  {
    id: "zoomIn",
    label: words.zoomIn,
    keys: ["+", "="],
    on: [...everywhere],
    part: 5,
    isOffered: onlyOnCanvas,
    whyNot: () => undefined,
    run: ({ flow }) => void flow.zoomTo(Math.min(zoomRange.most, flow.getZoom() * 1.2), { duration: calmed(100) }),
  },
  {
    id: "zoomOut",
    label: words.zoomOut,
    keys: ["-"],
    on: [...everywhere],
    part: 5,
    isOffered: onlyOnCanvas,
    run: ({ flow }) => void flow.zoomTo(Math.max(zoomRange.least, flow.getZoom() / 1.2), { duration: calmed(100) }),
  },
];

/** Other ways to look at the topology, and to take it elsewhere. */
export const viewCommands: readonly Command[] = [
  {
    id: "find",
    label: words.find,
    icon: "search",
    keys: ["Ctrl+F", "/"],
    on: [...everywhere],
    part: 6,
    isOffered: (state, target) => hasCards(state) && target.kind === "canvas",
    run: ({ controller }) => controller.store.update((state) => ({ ...state, finding: true })),
  },
  {
    id: "minimap",
    label: (state) => (state.view.minimap ? strings.minimap.hide : strings.minimap.show),
    icon: "map",
    keys: ["M"],
    on: [...everywhere],
    part: 6,
    isOffered: (state, target) => hasCards(state) && target.kind === "canvas",
    run: ({ controller }) => controller.setView({ minimap: !controller.store.get().view.minimap }),
  },
  {
    id: "list",
    label: (state) => (state.view.list ? strings.list.hide : strings.list.show),
    icon: "list-tree",
    keys: ["Shift+L"],
    on: [...everywhere],
    part: 6,
    isOffered: onlyOnCanvas,
    run: ({ controller }) => controller.setView({ list: !controller.store.get().view.list }),
  },
  {
    id: "export",
    label: words.exportAs,
    icon: "export",
    on: ["canvas", "cards"],
    part: 7,
    isOffered: hasCards,
    more: [save("svg", "theme"), save("svg", "light"), save("png", "theme"), save("png", "light")],
  },
  {
    id: "print",
    label: words.print,
    on: ["canvas"],
    part: 7,
    isOffered: hasCards,
    run: ({ controller }) => printPicture(controller),
  },
];

function save(format: "svg" | "png", colors: "theme" | "light"): Command {
  const label = { svg: { theme: words.svg, light: words.svgLight }, png: { theme: words.png, light: words.pngLight } };
  return {
    id: `export-${format}-${colors}`,
    label: label[format][colors],
    on: ["canvas", "cards"],
    part: format === "svg" ? 0 : 1,
    run: ({ controller, target }) =>
      void exportPicture(controller, { format, colors, isSelection: target.kind === "cards" }),
  };
}

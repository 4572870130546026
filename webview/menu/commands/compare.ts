import { leaveComparison } from "../../edited/leave";
import { stepDifference } from "../../edited/step";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command } from "../command";

const words = strings.compared;
const everywhere = ["canvas", "cards", "edge", "group", "note"] as const;
const isComparing = (state: State) => state.picture?.edited?.against !== undefined;

/** Another version beside this one. Steps lead through what was edited since the deployment, too. */
export const compareCommands: readonly Command[] = [
  {
    id: "showChange",
    label: strings.lastChange.show,
    icon: "diff",
    keys: ["Shift+Alt+D"],
    on: [...everywhere],
    part: 6,
    isOffered: (state, target) => state.lastChange !== undefined && target.kind === "canvas",
    run: ({ controller }) => controller.send({ type: "showChange" }),
  },
  {
    id: "compare",
    label: words.command,
    icon: "compare-changes",
    on: ["canvas"],
    part: 6,
    run: ({ controller }) => controller.send({ type: "compare" }),
  },
  {
    id: "nextDifference",
    label: words.next,
    keys: ["F7"],
    on: [...everywhere],
    part: 6,
    isOffered: (state, target) => state.picture?.edited !== undefined && target.kind === "canvas",
    run: (context) => stepDifference(context, 1),
  },
  {
    id: "previousDifference",
    label: words.previous,
    keys: ["Shift+F7"],
    on: [...everywhere],
    part: 6,
    isOffered: (state, target) => state.picture?.edited !== undefined && target.kind === "canvas",
    run: (context) => stepDifference(context, -1),
  },
  {
    id: "leaveComparison",
    label: words.leave,
    icon: "close",
    on: ["canvas"],
    part: 6,
    isOffered: isComparing,
    run: ({ controller }) => void leaveComparison(controller),
  },
];

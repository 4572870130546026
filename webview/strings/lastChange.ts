import { count } from "./words";

export const lastChange = {
  title: "Last Change in the Text",
  button: (added: number, removed: number) => `Last change: ${count(added, "line", "lines")} added, ${removed} removed`,
  show: "Show Change",
  more: (lines: number) => `and ${count(lines, "more line", "more lines")}`,
  line: {
    added: (line: number) => `Added line ${line}`,
    removed: (line: number) => `Removed line ${line}`,
  },
} as const;

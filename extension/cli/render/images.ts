import type { Message } from "../../deploy/messages";
import type { Terminal } from "../terminal";
import type { ProgressView } from "./progress";

const shown: ReadonlySet<Message["code"]> = new Set(["building", "built", "pushed", "image-unresolved"]);

/** What happens to images before and after a plan, a line each. */
export function imagesView(terminal: Terminal): ProgressView {
  return {
    show: ({ code, text }) => shown.has(code) && terminal.out(`${text}\n`),
    end: () => {},
  };
}

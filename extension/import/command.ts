import { splitWords } from "./compose/words";

/** A command line as a manifest has it: a list, unless there is something in it that only a shell understands. */
export function commandLine(text: string): string | readonly string[] {
  return /[$&|;<>`()*?~{}#\n]|^\s*[A-Z_]+=/.test(text) ? text.trim() : splitWords(text);
}

import type * as vscode from "vscode";
import type { Values } from "../../packages/parameters";
import { valueTyped } from "../../packages/parameters";
import type { Shelf } from "./shelf";

/** What a link asks to be shown. Anybody can have written it: it decides nothing and runs nothing. */
export interface Linked {
  readonly name: string;
  /** Values of parameters that there are, as they have to be looked at before anything is installed. */
  readonly values: Values;
}

/** How many parameters a link can give, and how long each can be. */
const most = { parameters: 50, length: 1_000 };

/**
 * Reads `vscode://stackwright.stackwright/install?package=discourse&set=domain=forum.example.com`. Undefined for any other
 * address, and for a package that there is not. What is no parameter of the package is left out.
 */
export function readLink({ path, query }: Pick<vscode.Uri, "path" | "query">, shelf: Shelf): Linked | undefined {
  const wanted = new URLSearchParams(query);
  const found = shelf.get(wanted.get("package") ?? "");
  if (path !== "/install" || found === undefined) return undefined;
  const pairs = wanted.getAll("set").slice(0, most.parameters).map(pairOf);
  const parameters = found.parameters ?? {};
  const values = pairs.flatMap(([name, text]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return parameter === undefined || text.length > most.length ? [] : [[name, valueTyped(parameter, text)] as const];
  });
  return { name: found.name, values: Object.fromEntries(values) };
}

function pairOf(pair: string): readonly [string, string] {
  const end = pair.indexOf("=");
  return end < 0 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)];
}

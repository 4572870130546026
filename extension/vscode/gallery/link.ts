import type * as vscode from "vscode";
import { type Values, valueTyped } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";

/** What a link asks to be shown. Anybody can have written it: it decides nothing and runs nothing. */
export type Wanted = { readonly package: string } | { readonly repository: string };

/** How many parameters a link can give, and how long each can be. */
const most = { parameters: 50, length: 1_000 };

/**
 * Reads `vscode://stackwright.stackwright/install?package=discourse&set=smtpPort=587`, or with `repository=https://...` in the
 * place of the package. Undefined for any other address.
 */
export function readLink({ path, query }: Pick<vscode.Uri, "path" | "query">): Wanted | undefined {
  const asked = new URLSearchParams(query);
  const [name, repository] = [asked.get("package"), asked.get("repository")];
  if (path !== "/install" || (name === null) === (repository === null)) return undefined;
  return name !== null ? { package: name } : { repository: repository ?? "" };
}

/** The values that a link gives to parameters of a package, to be looked at. What is no parameter of it is left out. */
export function valuesIn({ query }: Pick<vscode.Uri, "query">, { parameters = {} }: Package): Values {
  const pairs = new URLSearchParams(query).getAll("set").slice(0, most.parameters).map(pairOf);
  const values = pairs.flatMap(([name, text]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return parameter === undefined || text.length > most.length ? [] : [[name, valueTyped(parameter, text)] as const];
  });
  return Object.fromEntries(values);
}

function pairOf(pair: string): readonly [string, string] {
  const end = pair.indexOf("=");
  return end < 0 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)];
}

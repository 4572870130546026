import { t } from "../manifest/l10n";
import type { Completion } from "./completion";
import type { Place } from "./place/place";
import { componentIn, type Scope } from "./scope";

/** `${{ component.attribute }}` at the cursor; undefined where no reference has been begun. */
export function completeTemplate(
  scope: Scope,
  text: string,
  cursor: number,
  place: Place,
): readonly Completion[] | undefined {
  const before = text.slice(place.token.start, cursor);
  const open = before.lastIndexOf("${{");
  const begun = open < 0 ? /\$\{?$/.exec(before) : null;
  if (begun !== null) return whole(scope, place, { start: cursor - begun[0].length, end: cursor });
  if (open < 0 || before.indexOf("}}", open) >= 0) return undefined;
  const typed = /^\$\{\{\s*(urlencode\(\s*)?([A-Za-z0-9_-]*)(\.([A-Za-z0-9_-]*))?$/.exec(before.slice(open));
  if (typed === null) return [];
  const [, call, component = "", dot, attribute = ""] = typed;
  const behind = text.slice(cursor, place.token.end);
  if (dot !== undefined)
    return attributes(scope, component, cursor - attribute.length, cursor, behind, call !== undefined);
  const rest = /^[A-Za-z0-9_-]*/.exec(behind)?.[0] ?? "";
  const range = { start: cursor - component.length, end: cursor + rest.length };
  const hasDot = behind[rest.length] === ".";
  const items = referable(scope, place).map(
    (name, index): Completion => ({
      label: name,
      kind: "component",
      detail: scope.infoOf(name)?.label ?? "",
      insertText: hasDot ? name : `${name}.`,
      snippet: false,
      range,
      sortText: `0${String(index).padStart(4, "0")}`,
      ...(!hasDot && { retrigger: true }),
    }),
  );
  return call !== undefined || hasDot ? items : [...items, urlencode(range)];
}

function attributes(
  scope: Scope,
  component: string,
  start: number,
  cursor: number,
  behind: string,
  inCall: boolean,
): readonly Completion[] {
  const rest = /^[A-Za-z0-9_-]*/.exec(behind)?.[0] ?? "";
  const ahead = behind.slice(rest.length);
  const isClosed = /^\s*\)?\s*\}\}/.test(ahead);
  const parenthesis = inCall && !/^\s*\)/.test(ahead) ? ")" : "";
  const closing = isClosed ? parenthesis : `${parenthesis} }}`;
  const known = scope.infoOf(component)?.attributes ?? new Map();
  return [...known].map(([name, { description, secret }], index) => ({
    label: name,
    kind: "reference",
    ...(secret && { detail: t`secret` }),
    documentation: description,
    insertText: name + closing,
    snippet: false,
    range: { start, end: cursor + rest.length },
    sortText: String(index).padStart(4, "0"),
  }));
}

/** The whole of a reference, from a `$` or from nothing. Braces need quotes inside braces; elsewhere they read better. */
export function whole(
  scope: Scope,
  place: Place,
  range: { readonly start: number; readonly end: number },
): readonly Completion[] {
  const isAlone = place.quote === undefined && place.kind === "value" && range.start === place.token.start;
  const isEnd = range.end >= place.token.end;
  const quote = isAlone && isEnd ? '"' : place.quote !== undefined && !place.closed && isEnd ? place.quote : "";
  const lead = isAlone && isEnd ? '"' : "";
  const space = place.kind === "value" && place.needsSpace ? " " : "";
  return referable(scope, place).map((name, index) => ({
    label: `\${{ ${name}.… }}`,
    kind: "reference",
    detail: scope.infoOf(name)?.label ?? "",
    insertText: `${space}${lead}\\\${{ ${name}.$0 \\}\\}${quote}`,
    snippet: true,
    range,
    sortText: `1${String(index).padStart(4, "0")}`,
    filterText: `\${{ ${name}`,
    retrigger: true,
  }));
}

function urlencode(range: Completion["range"]): Completion {
  return {
    label: "urlencode",
    kind: "function",
    detail: "percent-encoded",
    documentation: t`Percent-encodes what is referred to, so that it can stand in a URL: \`\${{ urlencode(db.password) }}\`.`,
    insertText: "urlencode($0)",
    snippet: true,
    range,
    sortText: "9",
    retrigger: true,
  };
}

function referable(scope: Scope, { path }: Place): readonly string[] {
  const own = componentIn(path)?.name;
  return scope.names.filter((name) => name !== own && (scope.infoOf(name)?.attributes.size ?? 0) > 0);
}

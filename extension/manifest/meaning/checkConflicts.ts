import { t } from "../l10n";
import { componentTypes } from "../schema";
import { report, type Walk } from "../shape/report";
import type { Known } from "./checkUses";
import type { ConnectionUse, RouteUse, Summary, VariableUse } from "./summarize";

/** Whether two parts of one component want the same variable, prefix or route. */
export function checkConflicts(walk: Walk, summary: Summary, known: ReadonlyMap<string, Known>): void {
  const prefixes = checkPrefixes(walk, summary);
  checkVariables(walk, summary, prefixes, known);
  checkRoutes(walk, summary);
}

function checkPrefixes(walk: Walk, summary: Summary): ReadonlyMap<string, ConnectionUse> {
  const prefixes = new Map<string, ConnectionUse>();
  for (const use of summary.connections) {
    const first = prefixes.get(use.prefix);
    if (first === undefined) prefixes.set(use.prefix, use);
    else if (first.to !== use.to) {
      const message = t`\`${use.to}\` and \`${first.to}\` would both inject \`${use.prefix}_URL\`. Give one of them another prefix with \`as\`.`;
      report(walk, "conflicting-variables", use.range, message, {
        related: related(walk, first.range, t`\`${first.to}\` has this prefix.`),
      });
    }
  }
  return prefixes;
}

function checkVariables(
  walk: Walk,
  summary: Summary,
  prefixes: ReadonlyMap<string, ConnectionUse>,
  known: ReadonlyMap<string, Known>,
): void {
  const seen = new Map<string, VariableUse>();
  for (const variable of summary.variables) {
    const { name, range } = variable;
    const first = seen.get(name);
    seen.set(name, first ?? variable);
    if (first !== undefined && first.kind !== variable.kind) {
      report(
        walk,
        "conflicting-variables",
        range,
        t`\`${name}\` is in \`env\` and in \`secrets\`. Remove one of them.`,
        {
          related: related(walk, first.range, t`\`${name}\` is in \`${first.kind}\` here.`),
        },
      );
      continue;
    }
    const cut = name.lastIndexOf("_");
    const connection = prefixes.get(name.slice(0, Math.max(cut, 0)));
    if (connection === undefined) continue;
    const attributes = componentTypes.get(known.get(connection.to)?.type ?? "")?.attributes;
    if (attributes === undefined || ![...attributes.keys()].some((key) => key.toUpperCase() === name.slice(cut + 1))) {
      continue;
    }
    const message = t`\`${name}\` is injected by the connection to \`${connection.to}\`. Remove it here, or give the connection another prefix with \`as\`.`;
    report(walk, "conflicting-variables", range, message, {
      related: related(walk, connection.range, t`This connection injects \`${name}\`.`),
    });
  }
}

function checkRoutes(walk: Walk, summary: Summary): void {
  const seen = new Map<string, RouteUse>();
  for (const route of summary.routes) {
    const first = seen.get(route.key);
    if (first === undefined) seen.set(route.key, route);
    else {
      const message = t`A route for this host and path leads to \`${first.to}\` already, so this one is never taken.`;
      report(walk, "duplicate-route", route.range, message, {
        related: related(walk, first.range, t`The first route is here.`),
      });
    }
  }
}

/** Below an alias there is only one place to point to. */
function related(walk: Walk, range: { start: number; end: number }, message: string) {
  return walk.via === undefined ? [{ range, message }] : [];
}

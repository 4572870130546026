import { t } from "../l10n";
import { type Manifest, toJson } from "../manifest";
import { prefixOf } from "../meaning/summarize";
import { sameJson } from "./difference";
import { calledAfter } from "./keepPrefix";
import type { Operation } from "./operation";

/** What a person should know about an edit although it is what they asked for. Sentences; mostly none. */
export function noticeOf(before: Manifest, after: Manifest, operation: Operation): readonly string[] {
  if (operation.kind === "renameComponent") return renamedVariables(before, operation.name, operation.to);
  const target = targetOf(operation);
  return target === undefined ? [] : sharedChanges(before, after, target);
}

function targetOf(operation: Operation): string | undefined {
  if (operation.kind === "setField" || operation.kind === "removeField") return operation.component;
  if (operation.kind === "reconnect") return operation.newFrom;
  return operation.kind === "connect" || operation.kind === "disconnect" ? operation.from : undefined;
}

/** A field that others take over by an alias or `<<` changes for them as well, as its author arranged. */
function sharedChanges(before: Manifest, after: Manifest, target: string): readonly string[] {
  if (!/[:,[{-]\s+\*\w/.test(before.text)) return [];
  const old = new Map(before.components.map(({ name, value }) => [name, toJson(before, value)]));
  const others = after.components
    .filter(({ name, value }) => name !== target && !sameJson(old.get(name), toJson(after, value)))
    .map(({ name }) => `\`${name}\``);
  if (others.length === 0) return [];
  return [t`${others.join(", ")} ${others.length === 1 ? "changes" : "change"} too: the text shares this value.`];
}

function renamedVariables(manifest: Manifest, name: string, to: string): readonly string[] {
  const affected = calledAfter(manifest, name).map((component) => `\`${component}\``);
  if (affected.length === 0) return [];
  const [old, now] = [prefixOf(name), prefixOf(to)];
  if (old === now) return [];
  return [
    t`The variables \`${old}_…\` of ${affected.join(", ")} are called \`${now}_…\` now. \`as: ${old}\` at the connection keeps the old names.`,
  ];
}

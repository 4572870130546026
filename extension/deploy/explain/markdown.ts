import { t } from "../../manifest/l10n";
import type { Failure } from "../types";

/** A failure as a note for a ticket or a chat: what happened, where, what to do, what the cloud and the container said. */
export function failureMarkdown(failure: Failure, heading: string, place?: string): string {
  const { message, fix, raw, task, log = [], findings = [] } = failure;
  const stopped = task && t`Task ${task.id} stopped at ${task.at}: ${task.reason}`;
  return [
    `# ${heading}`,
    `**${message}**`,
    ...(place === undefined ? [] : [t`At ${place}.`]),
    ...(findings.length > 0 ? [findings.map(({ logicalId, text }) => `- ${logicalId}: ${text}`).join("\n")] : []),
    t`What to do: ${fix}`,
    ...(stopped ? [stopped] : []),
    ...(log.length > 0 ? [t`The end of its log:\n\n${fenced(log.join("\n"))}`] : []),
    ...(raw === undefined ? [] : [t`The original message:\n\n${fenced(raw)}`]),
    "",
  ].join("\n\n");
}

/** In a fence that the text itself cannot close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

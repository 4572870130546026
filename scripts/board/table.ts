/** How a state was answered: what is wrong with each answer, nothing when it passes. */
export interface Verdict {
  readonly name: string;
  readonly title: string;
  readonly ours: readonly string[];
  /** Undefined when the peer was not asked. */
  readonly peer: readonly string[] | undefined;
}

/** A line for each state, then one for each folder, then the sum. */
export function table(verdicts: readonly Verdict[]): string {
  const folders = [...new Set(verdicts.map(({ name }) => folderOf(name)))];
  return [
    ...verdicts.map(({ name, title, ours, peer }) => line(mark(ours), mark(peer), name, title)),
    "",
    line("ours", "yaml-language-server", "", ""),
    ...folders.map((folder) =>
      sum(
        folder,
        verdicts.filter(({ name }) => folderOf(name) === folder),
      ),
    ),
    sum("all", verdicts),
  ].join("\n");
}

function folderOf(name: string): string {
  return name.split("/")[0] ?? name;
}

function sum(name: string, verdicts: readonly Verdict[]): string {
  const all = verdicts.length;
  const ours = verdicts.filter((verdict) => verdict.ours.length === 0).length;
  const peer = verdicts.filter((verdict) => verdict.peer?.length === 0).length;
  const asked = verdicts.some((verdict) => verdict.peer !== undefined);
  return line(`${ours}/${all}`, asked ? `${peer}/${all}` : "-", name, "");
}

function line(ours: string, peer: string, name: string, title: string): string {
  return `${ours.padEnd(9)}${peer.padEnd(22)}${name.padEnd(40)}${title}`.trimEnd();
}

function mark(faults: readonly string[] | undefined): string {
  return faults === undefined ? "-" : faults.length === 0 ? "passes" : "fails";
}

import type { Checker, Finding, TemplateFiles } from "./checkers/checker";

/** What one checker said about all templates. */
export interface Result {
  readonly checker: string;
  readonly templates: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** The sum of its batches, in seconds; batches run side by side. */
  readonly seconds: number;
}

/** Runs all checkers over all templates, in batches, so many processes at a time; the slowest checkers begin. */
export async function runCheckers(
  checkers: readonly Checker[],
  files: TemplateFiles,
  processes: number,
): Promise<readonly Result[]> {
  const results = checkers.map(({ name }) => ({
    checker: name,
    templates: files.size,
    findings: [] as Finding[],
    notes: [] as string[],
    seconds: 0,
  }));
  const jobs = checkers.flatMap((checker, index) =>
    batches(files, checker.batch).map((batch) => async () => {
      const started = performance.now();
      const { findings, notes = [] } = await checker.check(batch);
      const result = results[index];
      if (result === undefined) return;
      result.findings.push(...findings);
      result.notes.push(...notes);
      result.seconds += (performance.now() - started) / 1000;
    }),
  );
  await Promise.all(
    Array.from({ length: processes }, async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
    }),
  );
  return results;
}

function batches(files: TemplateFiles, size: number): TemplateFiles[] {
  const all = [...files];
  const count = Math.max(1, Math.ceil(all.length / size));
  // Each batch takes every n-th, so that no batch gets all of the large ones.
  return Array.from({ length: count }, (_, index) => new Map(all.filter((_, at) => at % count === index)));
}

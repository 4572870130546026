import { describe, expect, it } from "vitest";
import type { Checker, TemplateFiles } from "../../scripts/conformance/checkers/checker";
import { page } from "../../scripts/conformance/page";
import { runCheckers } from "../../scripts/conformance/run";
import { summary, tableOf, totals } from "../../scripts/conformance/table";

const files = (count: number): TemplateFiles =>
  new Map(Array.from({ length: count }, (_, index) => [`m${index}`, `m${index}.json`]));

/** Finds something in every template, and remembers who was asked at a time. */
function greedy(name: string, batch: number, log: TemplateFiles[] = []): Checker & { most(): number } {
  let [now, most] = [0, 0];
  return {
    name,
    batch,
    most: () => most,
    async check(some) {
      log.push(some);
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      return {
        findings: [...some.keys()].map((manifest) => ({ manifest, rule: "R", message: "M" })),
        notes: ["left out A 2"],
      };
    },
  };
}

describe("running checkers", () => {
  it("shows each template to each checker once, in batches that are not larger than it wants", async () => {
    const log: TemplateFiles[] = [];
    const [result] = await runCheckers([greedy("one", 4, log)], files(10), 2);
    expect(log.map(({ size }) => size)).toEqual([4, 3, 3]);
    expect(new Set(log.flatMap((batch) => [...batch.keys()])).size).toBe(10);
    expect(result?.findings).toHaveLength(10);
  });

  it("runs no more at a time than it may", async () => {
    const checker = greedy("one", 1);
    await runCheckers([checker], files(9), 3);
    expect(checker.most()).toBe(3);
  });

  it("fails when a checker fails", async () => {
    const broken: Checker = { name: "broken", batch: 1, check: () => Promise.reject(new Error("no answer")) };
    await expect(runCheckers([broken], files(1), 1)).rejects.toThrow("no answer");
  });

  it("adds up what the batches had to say", async () => {
    const [result] = await runCheckers([greedy("one", 5)], files(10), 1);
    expect(totals(result?.notes ?? [])).toEqual(["left out 4 resources of 1 types: A 4"]);
  });
});

describe("the table", () => {
  const finding = { checker: "one", manifest: "m", rule: "R", message: "Why", type: "T", resource: "Id" };
  const entry = { checker: "Checkov", rule: "R", types: ["T"], reason: "Because." } as const;

  it("counts findings, their rules, and those that nobody has accepted", () => {
    const result = { checker: "one", templates: 7, findings: [], notes: [], seconds: 61.4 };
    const line = tableOf([result], [finding, { ...finding, accepted: entry }]).split("\n")[1];
    expect(line?.split(/\s{2,}/)).toEqual(["one", "7", "2", "1", "1", "61 s"]);
  });

  it("tells findings of one kind together, with the first places", () => {
    const many = ["a", "b", "c", "d"].map((manifest) => ({ ...finding, manifest }));
    expect(summary(many)).toEqual(["one R T: Why\n    a Id, b Id, c Id, and 1 more"]);
  });

  it("becomes a page in which every entry has its reason", () => {
    const text = page([{ ...entry, when: { field: "app.protected", is: [false], says: "in a test" } }], {
      Checkov: "1.2",
    });
    expect(text).toContain(
      "## [Checkov](https://www.checkov.io) 1.2\n\n### R\n\nOn `T`. Only in a test.\n\nBecause.\n",
    );
  });
});

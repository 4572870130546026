import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderComparison } from "../../extension/cli/render/compare";
import { painter } from "../../extension/cli/style";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { compare } from "../../extension/targets/compare/compare";
import { exportTargets } from "../../extension/targets/export/all";
import { becomesOf } from "../../extension/targets/export/becomes";
import { anyApp } from "../aws/arbitrary";
import { sampleText } from "../aws/samples";
import { stackwright } from "../cli/command";
import { exportAs, read, shop } from "../export/read";

const rails = read(sampleText("rails"), "production");

describe("a comparison of platforms", () => {
  const comparison = compare(rails, exportTargets);

  it("says of each component what it becomes on each platform", () => {
    expect(comparison.platforms.map(({ id }) => id)).toEqual(["aws", ...exportTargets.map(({ id }) => id)]);
    expect(comparison.components.map(({ name }) => name)).toEqual([...rails.components.keys()].sort());
    for (const { on } of comparison.components) {
      expect(on.map(({ platform }) => platform)).toEqual(comparison.platforms.map(({ id }) => id));
      for (const { becomes } of on) expect(becomes).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it("loses the same as the export tells", () => {
    for (const { id } of exportTargets) {
      const lost = [
        ...comparison.components
          .flatMap(({ on }) => on.filter(({ platform }) => platform === id))
          .flatMap((on) => on.lost),
        ...comparison.lost.filter(({ platform }) => platform === id).flatMap(({ notes }) => notes),
      ];
      expect(lost).toHaveLength(exportAs(id, rails).notes.length);
      expect(lost).toEqual(expect.arrayContaining([...exportAs(id, rails, ".").notes]));
    }
  });

  it("has a price where the same is made as on AWS, and none elsewhere", () => {
    const priced = comparison.components.flatMap(({ on }) => on.flatMap((each) => (each.price ? [each.platform] : [])));
    expect([...new Set(priced)].sort()).toEqual(["aws", "terraform-aws"]);
    const db = comparison.components.find(({ name }) => name === "db");
    expect(db?.on[0]?.price?.maximum.usd).toBeGreaterThan(0);
    expect(comparison.price.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("agrees with what is written: plans, machines and tiers stand in the files", () => {
    for (const app of fc.sample(anyApp(), { numRuns: 40, seed: 21 })) {
      for (const target of exportTargets) {
        const text = [...exportAs(target.id, app).files.values()].join("\n");
        for (const component of app.components.values()) {
          const said = becomesOf(target.becomes, component, app);
          const named = said.match(/\b(?:db|cache)[.-][\w.-]*\w|heroku-[\w:-]+|(?<=plan )[\w -]+$/g) ?? [];
          for (const name of named) expect(text, `${target.id}: ${said}`).toContain(name);
        }
      }
    }
  });

  it("agrees with what is deployed: as many tasks, on the same machines", () => {
    for (const app of fc.sample(anyApp(), { numRuns: 40, seed: 22 })) {
      const template = JSON.stringify(synthesize(app).template);
      for (const { name, on } of compare(app, []).components) {
        for (const machine of on[0]?.becomes.match(/\b(?:db|cache)\.[\w.]*\w/g) ?? [])
          expect(template).toContain(machine);
        const [, tasks] = / 1 task of |: (\d+) to (?:\d+) tasks/.exec(on[0]?.becomes ?? "") ?? [];
        if (tasks !== undefined) expect(template, name).toContain(`"MinCapacity":${tasks}`);
      }
    }
  });
});

describe("stackwright compare", () => {
  it("is printed by component, with the price and what is not known", async () => {
    const text = renderComparison(compare(rails, exportTargets), rails, painter(false), 100);
    await expect(text).toMatchFileSnapshot("golden/rails.txt");
  });

  it("is one document as JSON, with the lines of what is lost", async () => {
    const { code, out } = await stackwright(["compare", "samples/rails", "-e", "staging", "--json"]);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ ok: true, environment: "staging", price: { currency: "USD" } });
    const heroku = document.components[0].on.find((each: { platform: string }) => each.platform === "heroku");
    expect(heroku.lost[0]).toMatchObject({ line: expect.any(Number), text: expect.any(String) });
  });

  it("is not given for a manifest with errors", async () => {
    const { code, out } = await stackwright(["compare", "-"], { input: shop("web: { type: web }") });
    expect(code).toBe(1);
    expect(out).toBe("");
  });
});

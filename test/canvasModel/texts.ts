import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../extension/manifest/edit/operation";
import { writeOddly } from "../edit/oddFormatting";
import { type Dice, once, pick } from "./dice";

const root = join(import.meta.dirname, "..", "..");
const written: readonly string[] = [
  ...["discourse", "rails", "wordpress"].map((name) => join(root, "samples", name, "stackwright.yaml")),
  ...readdirSync(join(import.meta.dirname, "manifests")).map((name) => join(import.meta.dirname, "manifests", name)),
].map((path) => readFileSync(path, "utf8"));

/** A manifest to begin with: a sample, one written by hand for its layout, or a generated one. */
export function someText(dice: Dice): string {
  const text = once(dice, 2) ? pick(dice, written) : generated(dice);
  return varied(dice, text ?? "");
}

function varied(dice: Dice, text: string): string {
  let result = text;
  if (once(dice, 6) && !result.includes("\r")) result = result.replaceAll("\n", "\r\n");
  if (once(dice, 12) && !result.startsWith("\ufeff")) result = `\ufeff${result}`;
  if (once(dice, 10)) result = result.replace(/\r?\n$/, "");
  return result;
}

const words = [
  "x",
  "8080",
  "yes",
  "a: b",
  "a # b",
  "it's",
  "",
  " a ",
  "*a",
  "{x}",
  "a\nb",
  "a\tb",
  "~",
  "1.5",
  "é🚀",
  "x ${{ db.url }} y",
];

function generated(dice: Dice): string {
  const env = (): Json =>
    Object.fromEntries(["A", "B", "URL"].slice(0, 1 + dice(3)).map((key) => [key, pick(dice, words) ?? ""]));
  const needs = (targets: readonly string[]): Json => {
    const some = targets.filter(() => once(dice, 2));
    return once(dice, 2) ? some : Object.fromEntries(some.map((to) => [to, once(dice, 3) ? { as: "X" } : {}]));
  };
  const service = (type: string, targets: readonly string[]): Json => ({
    type,
    image: "shop:1",
    ...(type === "web" && { port: 80 + dice(9) }),
    ...(once(dice, 2) && { env: env() }),
    ...(once(dice, 2) && { connections: needs(targets) }),
    ...(once(dice, 4) && { scale: once(dice, 2) ? 2 : { min: 1, max: 3 } }),
    ...(once(dice, 5) && { command: ["sh", pick(dice, words) ?? ""] }),
  });
  const components: { [name: string]: Json } = { web: service("web", ["db", "cache", "api"]) };
  if (!once(dice, 4)) components["api"] = service("web", ["db", "cache"]);
  if (!once(dice, 4)) components["db"] = { type: "postgres", ...(once(dice, 2) && { backup: { retentionDays: 3 } }) };
  if (!once(dice, 3)) components["cache"] = { type: "redis" };
  if (once(dice, 2)) components["jobs"] = service("worker", ["db"]);
  if (once(dice, 2))
    components["edge"] = {
      type: "load-balancer",
      routes: [
        { to: "web", path: "/" },
        { to: "api", path: "/api" },
      ].slice(0, dice(3)),
    };
  const places = Object.keys(components).filter(() => once(dice, 3));
  const canvas: { [name: string]: Json } = Object.fromEntries(places.map((name) => [name, [dice(900), dice(900)]]));
  if (once(dice, 5)) canvas["stray"] = [1, 2];
  if (once(dice, 4)) canvas["$notes"] = { a: { text: pick(dice, words) ?? "", at: [1, 2] } };
  if (once(dice, 4)) canvas["$groups"] = { g: { title: "G", components: ["web", "db"] } };
  const json = {
    name: "shop",
    components,
    ...(once(dice, 2) && {
      environments: { staging: {}, production: { components: { web: { cpu: 2, env: env() }, db: { size: "large" } } } },
    }),
    ...(Object.keys(canvas).length > 0 && { canvas }),
    ...(once(dice, 4) && { tags: { team: "a" } }),
  };
  return writeOddly(json, dice(2 ** 31)).text;
}

import { applyEdits, edit } from "../../manifest/edit/edit";
import type { Json, Operation, TextEdit } from "../../manifest/edit/operation";
import { writeScalar } from "../../manifest/edit/scalar";
import { t } from "../../manifest/l10n";
import { type Manifest, openManifest } from "../../manifest/manifest";
import { nearest } from "../../manifest/nearest";
import type { Path, Problem, Range } from "../../manifest/problem";
import { componentTypes } from "../../manifest/schema";
import { mentionAt, schemaOf, spotAt } from "../mention";
import { componentIn } from "../scope";
import { creation, likelyTypes, possibleTypes, startValue } from "./create";
import type { Draft, Fix } from "./fix";
import { removal } from "./remove";
import { silenceRemoval } from "./silence";
import { spellings } from "./spell";

/**
 * The changes that end a problem, the likeliest first. Each was tried: the problem is gone in the text that it leaves,
 * and no error came instead.
 */
export function fixes(manifest: Manifest, problem: Problem): readonly Fix[] {
  const drafts = [...replacements(manifest, problem), ...specific(manifest, problem)];
  const tried = drafts.flatMap((draft): Fix[] => {
    const { title, edits, preferred } = draft;
    if (edits === undefined || edits.length === 0 || !ends(manifest, problem, edits)) return [];
    return [{ title, edits, preferred: preferred === true, problem }];
  });
  // VS Code takes the preferred one without asking, so that there is one at most.
  const first = tried.findIndex(({ preferred }) => preferred);
  return tried.map((fix, index) => ({ ...fix, preferred: index === first }));
}

/** One text edit for all that have a sure fix; what overlaps another waits for the next time. */
export function fixAll(manifest: Manifest): readonly TextEdit[] {
  let chosen: readonly TextEdit[] = [];
  let least = errorsOf(manifest);
  for (const problem of manifest.problems.slice(0, 200)) {
    const sure =
      problem.code === "unknown-component" ? undefined : fixes(manifest, problem).find(({ preferred }) => preferred);
    if (sure === undefined) continue;
    const free = sure.edits.every(({ range }) =>
      chosen.every((other) => range.end <= other.range.start || range.start >= other.range.end),
    );
    const next = [...chosen, ...sure.edits].sort((a, b) => a.range.start - b.range.start);
    // Two that are right one by one may not be so together.
    const left = free ? errorsOf(openManifest(applyEdits(manifest.text, next), manifest)) : Number.POSITIVE_INFINITY;
    if (left > least) continue;
    chosen = next;
    least = left;
  }
  return chosen;
}

function ends(manifest: Manifest, problem: Problem, edits: readonly TextEdit[]): boolean {
  const after = openManifest(applyEdits(manifest.text, edits), manifest);
  const count = (one: Manifest, test: (problem: Problem) => boolean): number => one.problems.filter(test).length;
  const same = ({ code, message }: Problem): boolean => code === problem.code && message === problem.message;
  // What is found only beside a deployment is not in either.
  const isGone = count(manifest, same) === 0 || count(after, same) < count(manifest, same);
  return isGone && errorsOf(after) <= errorsOf(manifest);
}

function errorsOf({ problems }: Manifest): number {
  return problems.filter(({ severity }) => severity === "error").length;
}

/** Other words for what is marked: what was most likely meant, then the next nearest. */
function replacements(manifest: Manifest, { range, data, code }: Problem): readonly Draft[] {
  const meant = data?.["replacement"];
  const others = [data?.["values"], data?.["candidates"]].flatMap((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  const written = manifest.text.slice(range.start, range.end).replace(/^["']|["']$/g, "");
  const words = typeof meant === "string" ? [meant] : [];
  const isKeyList = code === "missing-key";
  const left = isKeyList
    ? []
    : others.filter((word) => !words.some((one) => one === word || one === JSON.stringify(word)));
  for (let word = nearest(written, left); word !== undefined && words.length < 3; word = nearest(written, left)) {
    words.push(word);
    left.splice(left.indexOf(word), 1);
  }
  // A short list is worth choosing from even where nothing is near.
  if (left.length <= 8) words.push(...left);
  return words.map((word, index) => ({
    title: t`Change to “${word}”`,
    edits: [
      {
        range,
        text: index === 0 && typeof meant === "string" ? requoted(manifest, range, word) : spelt(manifest, range, word),
      },
    ],
    preferred: index === 0 && typeof meant === "string",
  }));
}

/** The quotes around what is marked stay, unless the replacement brings its own. */
function requoted({ text }: Manifest, { start, end }: Range, word: string): string {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && text[end - 1] === quote && end - start > 1;
  return isQuoted && /^[a-z]/i.test(word) && !/^(?:true|false)$/.test(word) ? `${quote}${word}${quote}` : word;
}

function spelt(manifest: Manifest, range: Range, word: string): string {
  const types = schemaOf(manifest, manifest.pathAt(range.start))?.type ?? "string";
  const isNumber = /^-?\d+(\.\d+)?$/.test(word) && !types.includes("string");
  return isNumber || /^(?:true|false)$/.test(word)
    ? word
    : requoted(manifest, range, writeScalar(word, { flow: false }));
}

function specific(manifest: Manifest, problem: Problem): readonly Draft[] {
  switch (problem.code) {
    case "missing-key":
      return missing(manifest, problem);
    case "unknown-component":
      return unknown(manifest, problem);
    case "requests-without-route":
    case "unreachable-component":
      return unreachable(manifest, problem.component ?? "");
    case "secret-in-clear":
      return intoSecrets(manifest, problem);
    case "replaced-field":
    case "shrunk-field":
      return back(manifest, problem);
    case "yaml-syntax":
      return spellings(manifest, problem);
    case "unused-suppression":
      return [silenceRemoval(manifest, problem)];
    case "unused-component":
      return unused(manifest, problem.component);
    case "unknown-key":
    case "duplicate-key":
    case "duplicate-route":
    case "stray-position":
    case "conflicting-keys":
    case "conflicting-variables":
    case "invalid-override":
    case "invalid-value":
      return removing(manifest, problem);
    default:
      return problem.tags?.includes("unnecessary") ? removing(manifest, problem) : [];
  }
}

function removing(manifest: Manifest, problem: Problem): readonly Draft[] {
  const twice = problem.code === "invalid-value" && problem.related === undefined;
  const change = twice ? undefined : removal(manifest, problem.range);
  const name = manifest.text.slice(problem.range.start, problem.range.end).split("\n", 1)[0]?.slice(0, 40) ?? "";
  const isUnused = problem.code === "stray-position" || problem.tags?.includes("unnecessary") === true;
  return [{ title: t`Remove “${name}”`, edits: change && [change], preferred: isUnused }];
}

function back(manifest: Manifest, { range, data }: Problem): readonly Draft[] {
  const deployed: unknown = JSON.parse(typeof data?.["deployed"] === "string" ? data["deployed"] : "null");
  const isScalar = typeof deployed === "string" || typeof deployed === "number" || typeof deployed === "boolean";
  // Where a key is marked, the value was taken away: there is nothing to replace.
  if (!isScalar || manifest.find(manifest.pathAt(range.start))?.node?.range.start !== range.start) return [];
  const edits = [{ range, text: requoted(manifest, range, writeScalar(deployed, { flow: false })) }];
  return [{ title: t`Put back “${deployed}”, as it is deployed`, edits }];
}

/** Never preferred: "fix all" must not take a component away, and with it what it holds. */
function unused(manifest: Manifest, name: string | undefined): readonly Draft[] {
  if (name === undefined) return [];
  return [{ title: t`Remove the component “${name}”`, edits: operate(manifest, [{ kind: "removeComponent", name }]) }];
}

/** From `env` to `secrets`, as the name of a secret in the cloud. The value goes: whoever could read the file knows it. */
function intoSecrets(manifest: Manifest, { range }: Problem): readonly Draft[] {
  const path = manifest.pathAt(range.start);
  const place = componentIn(path);
  const variable = path.at(-1);
  if (place === undefined || typeof variable !== "string" || path.at(-2) !== "env") return [];
  const application = manifest.find(["name"])?.node;
  const prefix = application?.kind === "scalar" ? `${application.value}/` : "";
  const secret = { from: `${prefix}${variable.toLowerCase().replaceAll("_", "-")}` };
  const environment = place.depth === 3 ? { environment: String(path[1]) } : {};
  const at = { component: place.name, ...environment };
  const edits = operate(manifest, [
    { kind: "removeField", ...at, path: ["env", variable] },
    { kind: "setField", ...at, path: ["secrets", variable], value: secret },
  ]);
  return [{ title: t`Move to “secrets”, as “${secret.from}” of AWS Secrets Manager`, edits }];
}

function missing(manifest: Manifest, { range, data }: Problem): readonly Draft[] {
  const keys = Array.isArray(data?.["keys"]) ? data["keys"].map(String) : [];
  const path = manifest.pathAt(range.start);
  const isOwner = manifest.find(path)?.node?.kind === "map" || path.length === 2;
  const map: Path = isOwner ? path : path.slice(0, -1);
  const types = data?.["values"];
  if (keys[0] === "type" && Array.isArray(types)) {
    return likelyTypes(String(map.at(-1)), types.map(String))
      .slice(0, 3)
      .map((type, index) => ({
        title: t`Add “type: ${type}”`,
        edits: operate(manifest, [{ kind: "setValue", path: [...map, "type"], value: type }]),
        preferred: index === 0,
      }));
  }
  const fresh = componentTypes.get(typeAt(manifest, map) ?? "")?.new;
  const choices = Array.isArray(data?.["choices"]) ? data["choices"].map(String) : [];
  const ways = [keys, ...choices.slice(1).map((choice) => [choice, ...keys.slice(1)])];
  return ways.flatMap((way, index) => {
    const operations = way.map((key): Operation | undefined => {
      const value = valueFor(manifest, [...map, key], map.length === 2 ? fresh?.[key] : undefined);
      return value === undefined ? undefined : { kind: "setValue", path: [...map, key], value };
    });
    const known = operations.filter((operation) => operation !== undefined);
    const title = t`Add ${way.map((key) => `“${key}”`).join(", ")}`;
    return known.length < way.length ? [] : [{ title, edits: operate(manifest, known), preferred: index === 0 }];
  });
}

function typeAt(manifest: Manifest, path: Path): string | undefined {
  return manifest.components.find(({ name }) => path[0] === "components" && name === path[1])?.type;
}

function valueFor(manifest: Manifest, path: Path, fresh: Json | undefined): Json | undefined {
  const schema = schemaOf(manifest, path);
  const isRoute = schema?.["x-reference"] === "route" || path.at(-1) === "routes";
  const web = isRoute ? manifest.components.find(({ type }) => type === "web")?.name : undefined;
  if (isRoute && web === undefined) return undefined;
  if (path.at(-1) === "routes" && web !== undefined) return [{ to: web, path: "/" }];
  return web ?? startValue(schema, fresh);
}

function unknown(manifest: Manifest, { range, data, component = "" }: Problem): readonly Draft[] {
  const name = data?.["name"];
  const spot = spotAt(manifest, range.start);
  if (typeof name !== "string" || spot === undefined) return [];
  const attribute = mentionAt(manifest, spot, range.start)?.attribute?.name;
  const types = likelyTypes(name, possibleTypes(manifest, spot.path, component, attribute)).slice(0, 3);
  const creations = types.flatMap((type): Draft[] => {
    const info = componentTypes.get(type);
    const operation = info && creation(manifest, name, info);
    if (info === undefined || operation === undefined) return [];
    return [
      {
        title: t`Create “${name}” as ${info.noun}`,
        edits: operate(manifest, [operation]),
        preferred: data?.["replacement"] === undefined,
      },
    ];
  });
  const change = attribute === undefined ? removal(manifest, range) : undefined;
  return [...creations, { title: t`Remove “${name}”`, edits: change && [change] }];
}

function unreachable(manifest: Manifest, name: string): readonly Draft[] {
  const balancers = manifest.components.filter(({ type }) => type === "load-balancer");
  const routes = balancers.map((balancer, index) => ({
    title: t`Add a route from “${balancer.name}”`,
    edits: operate(manifest, [{ kind: "connect", from: balancer.name, to: name }]),
    preferred: index === 0,
  }));
  return [
    ...routes,
    {
      title: t`Add a load balancer in front of “${name}”`,
      edits: frontOf(manifest, name),
      preferred: routes.length === 0,
    },
  ];
}

/** A new load balancer that leads to a web component. */
export function frontOf(manifest: Manifest, name: string): readonly TextEdit[] | undefined {
  const taken = new Set(manifest.components.map((component) => component.name));
  const free = [
    "edge",
    "balancer",
    `${name}-edge`,
    ...Array.from({ length: 99 }, (_, index) => `edge-${index + 2}`),
  ].find((one) => !taken.has(one));
  if (free === undefined) return undefined;
  const fields = { type: "load-balancer", routes: [{ to: name, path: "/" }] };
  return operate(manifest, [{ kind: "addComponent", name: free, fields }]);
}

/** The engine's edits; undefined where it refuses. */
export function operate(manifest: Manifest, operations: readonly Operation[]): readonly TextEdit[] | undefined {
  const result = edit(manifest, operations);
  return result.ok ? result.edits : undefined;
}

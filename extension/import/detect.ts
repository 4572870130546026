import type { Format } from "./imported";
import { get, type MapValue, type Value } from "./value";

/** Files by which a folder is known, the surest description of what runs first. */
export const knownFiles: readonly (readonly [name: string, format: Format])[] = [
  ["compose.yaml", "compose"],
  ["compose.yml", "compose"],
  ["docker-compose.yaml", "compose"],
  ["docker-compose.yml", "compose"],
  ["docker-compose.production.yaml", "compose"],
  ["docker-compose.production.yml", "compose"],
  ["render.yaml", "render"],
  ["convox.yml", "convox"],
  ["app.json", "heroku"],
  ["Procfile", "heroku"],
  ["values.yaml", "helm"],
  ["Dockerfile", "folder"],
  ["package.json", "folder"],
  ["Gemfile", "folder"],
  ["requirements.txt", "folder"],
  ["pyproject.toml", "folder"],
  ["go.mod", "folder"],
];

/** The format that a file's name tells; undefined where only its content can. */
export function formatByName(file: string): Format | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const exact = knownFiles.find(([known]) => known === name);
  if (exact !== undefined) return exact[1];
  if (/^(?:.*[.-])?(?:docker-)?compose[^/]*\.ya?ml$/.test(name)) return "compose";
  if (
    /^(?:helm-)?(?:values|Chart|requirements)\.ya?ml$|^(?:helm-)?(?:Chart|requirements)\.lock$|values\.schema\.json$/.test(
      name,
    )
  )
    return "helm";
  if (/^render\.ya?ml$/.test(name)) return "render";
  if (/^convox[^/]*\.ya?ml$/.test(name)) return "convox";
  return undefined;
}

/** The format that a document's shape tells. */
export function formatByShape(root: Value): Format | undefined {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => get(root, key) !== undefined);
  if (has("caproverOneClickApp", "captainVersion")) return "caprover";
  if (has("templates") && has("hooks", "params", "expose", "links", "run")) return "discourse";
  const services = get(root, "services");
  if (services?.kind === "list" || get(root, "databases")?.kind === "list" || has("envVarGroups")) return "render";
  if (services?.kind === "map") return has("resources", "timers") || isConvox(services) ? "convox" : "compose";
  if (has("addons", "buildpacks", "formation") || (has("env") && has("name", "website"))) return "heroku";
  if (get(root, "image", "repository") !== undefined) return "helm";
  return undefined;
}

/** Convox has one `port`, Compose a list of `ports`. */
const isConvox = (services: MapValue): boolean =>
  [...services.entries.values()].some(
    (service) => get(service, "port") !== undefined || get(service, "health") !== undefined,
  );

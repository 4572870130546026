import { lineCounter } from "../lines";
import { readValue } from "../readValue";
import { entriesOf, get, type Place, textAt, type Value } from "../value";

export interface Package {
  readonly name: string;
  readonly place: Place;
}

/** The names that a list of dependencies has, with their lines. */
export function packagesIn(file: string, text: string): readonly Package[] {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name === "package.json") return fromJson(file, text);
  const forms: Readonly<Record<string, RegExp>> = {
    Gemfile: /^[ \t]*gem[ \t(]+["']([\w.-]+)["']/gm,
    "requirements.txt": /^([A-Za-z0-9][\w.-]*)(?:\[[^\]\n]*\])?[ \t]*(?:[=<>~!;@#].*)?$/gm,
    "go.mod": /^[ \t]*(?:require[ \t]+)?([a-z0-9.-]+\.[a-z]+\/\S+)[ \t]+v/gm,
    "pyproject.toml": /^[ \t]*(?:["']([A-Za-z0-9][\w.-]*)[^"'\n]*["'],?|([A-Za-z0-9][\w.-]*)[ \t]*=.*)$/gm,
  };
  const form = forms[name];
  if (form === undefined) return [];
  const lineOf = lineCounter(text);
  return [...text.matchAll(form)].map((match) => ({
    name: match[1] ?? match[2] ?? "",
    place: { file, line: lineOf(match.index) },
  }));
}

function fromJson(file: string, text: string): readonly Package[] {
  const read = readValue(file, text);
  if ("problem" in read) return [];
  return entriesOf(get(read.value, "dependencies")).map(([name, { place }]) => ({ name, place }));
}

/** `npm start`, where the package has such a script. */
export function startScript(file: string, text: string): string | undefined {
  const read = file.endsWith("package.json") ? readValue(file, text) : undefined;
  const root: Value | undefined = read !== undefined && "value" in read ? read.value : undefined;
  return textAt(root, "scripts", "start") === undefined ? undefined : "npm start";
}

/** The port that a Dockerfile exposes. */
export function exposedPort(dockerfile: string): number | undefined {
  const port = Number(/^[ \t]*EXPOSE[ \t]+(\d{1,5})/im.exec(dockerfile)?.[1]);
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : undefined;
}

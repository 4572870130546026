import type { Json } from "../../manifest/edit/operation";
import { movedInWords } from "../packages/images";
import type { Update } from "../packages/update";
import { clean, type Paint } from "../style";

const words = {
  added: "is new",
  changed: "changes",
  removed: "is removed",
  kept: "is not in the new version; it stays, because you have changed it",
  needed: "is not in the new version; it stays, because something else here leads to it",
  gone: "stays out, because you took it out",
} as const;

/** What an update does, what it means for what is deployed, and where the person has the last word. */
export function renderUpdate(planned: Update, manifest: string, paint: Paint): string {
  const { name, from, to, notes, upgraded, replaced, dropped, brought, images } = planned;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", paint("bold", title), ...lines];
  return `${[
    paint(
      "bold",
      `${name} ${from === to.version ? from : `${from} → ${to.version}`} (${clean(to.title)} ${clean(to.appVersion)})`,
    ),
    ...(to.deprecated === undefined ? [] : [paint("yellow", deprecation(to.deprecated))]),
    ...notes.flatMap(({ version, text }) => ["", paint("bold", version), ...clean(text).split("\n").map(indented)]),
    ...section(
      `In ${manifest}`,
      upgraded.components.flatMap(({ name: component, what }) => [
        indented(`${component} ${words[what]}`),
        ...upgraded.fields.flatMap((field) =>
          field.component === component
            ? [indented(indented(`${field.path.join(".")}: ${shown(field.before)} → ${shown(field.after)}`))]
            : [],
        ),
      ]),
    ),
    ...section(
      "Comes along, since the new version needs it",
      brought.map((other) => indented(`${other.name} ${other.version} (${clean(other.title)})`)),
    ),
    ...section(
      "What a deployment makes anew",
      replaced.map(({ environment, text }) => indented(paint("yellow", `${environment}: ${clean(text)}`))),
    ),
    ...section(
      "Yours stays, where both have changed",
      upgraded.conflicts.map(({ component, path, kept, offered }) =>
        indented(`${[component, ...path].join(".")}: ${shown(kept)}, and not ${shown(offered)}`),
      ),
    ),
    ...section(
      "What the tags of images stand for",
      images.map((image) => indented(movedInWords(image))),
    ),
    ...section("Parameters that are no more", dropped.map(indented)),
  ].join("\n")}\n\n`;
}

export const deprecation = ({ reason, use }: { readonly reason: string; readonly use?: string }): string =>
  `Deprecated: ${clean(reason)}${use === undefined ? "" : ` Take ${use} instead.`}`;

/** The same as data. */
export function updateRows({ name, from, to, notes, upgraded, replaced, dropped, brought, images }: Update) {
  const { components, fields, conflicts } = upgraded;
  const along = brought.map((other) => ({ name: other.name, version: other.version }));
  return {
    name,
    from,
    to: to.version,
    notes,
    components,
    fields,
    conflicts,
    replaced,
    dropped,
    brought: along,
    images,
  };
}

const indented = (line: string): string => `  ${line}`;

const shown = (value: Json | undefined): string =>
  value === undefined ? "nothing" : clean(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 120);

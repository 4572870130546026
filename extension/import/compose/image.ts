import { t } from "../../manifest/l10n";
import type { Build } from "../draft";
import type { Notes } from "../notes";
import { emptied, marksIn, shown } from "../unset";
import { get, textAt, textOf, type Value } from "../value";
import { ownVariables } from "./environment";

/** The image's name. What is not known of it stays visible as a word, since no image at all would hide more. */
export function imageOf(name: string, service: Value, notes: Notes): string | undefined {
  const image = textAt(service, "image");
  if (image === undefined || (get(service, "build") !== undefined && !usable(image))) return undefined;
  // A service with both is built, and named by its image.
  if (get(service, "build") !== undefined) return undefined;
  if (marksIn(image).length === 0) return image;
  notes.ask(
    get(service, "image")?.place ?? service.place,
    "image",
    t`${shown(image)} has no value here. Write the image that is meant.`,
    name,
  );
  const [path = "", tag] = image.split(/:(?=[^/]*$)/);
  const named = path.replaceAll(/[\ufdd0\ufdd1]/g, "");
  const version = tag === undefined || marksIn(tag).length > 0 ? "latest" : emptied(tag);
  return `${named}:${version}`;
}

const usable = (image: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(image);

/** How an image is built; what lies outside of the folder cannot be. */
export function buildOf(name: string, service: Value, notes: Notes): Build | undefined {
  const value = get(service, "build");
  if (value === undefined) return undefined;
  const short = textOf(value);
  const context = trimmed(short ?? textAt(value, "context") ?? ".");
  if (!/^[^/~\\-][^\\]*$/.test(context) || context.includes("://") || marksIn(context).length > 0) {
    notes.ask(
      value.place,
      "build",
      t`${shown(context)} is no folder beside the manifest. Name the folder, or an image.`,
      name,
    );
    return { context: "." };
  }
  const dockerfile = textAt(value, "dockerfile");
  const target = textAt(value, "target");
  const args = Object.fromEntries(
    ownVariables(get(value, "args")).flatMap(([key, text]) =>
      text === undefined || !/^[A-Za-z_]\w*$/.test(key) ? [] : [[key, emptied(text)]],
    ),
  );
  for (const [key, inner] of value.kind === "map" ? value.entries : []) {
    if (!["context", "dockerfile", "target", "args"].includes(key))
      notes.left(
        inner.place,
        `build.${key}`,
        t`An image is built with its context, Dockerfile, target and arguments alone.`,
        name,
      );
  }
  return {
    context,
    ...(dockerfile === undefined || dockerfile === "Dockerfile" ? {} : { dockerfile: trimmed(dockerfile) }),
    ...(target === undefined ? {} : { target }),
    ...(Object.keys(args).length === 0 ? {} : { args }),
  };
}

const trimmed = (path: string): string => path.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1");

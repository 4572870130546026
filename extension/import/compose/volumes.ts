import { t } from "../../manifest/l10n";
import { Names } from "../../targets/export/names";
import { asName } from "../componentNames";
import type { Notes } from "../notes";
import { emptied, shown } from "../unset";
import { get, isTrue, itemsOf, type Place, textAt, textOf, type Value } from "../value";

interface Mount {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly place: Place;
}

/** The volumes of a service. What lies on this machine's disk is not carried: whether it is data or code is told apart. */
export function volumesOf(
  name: string,
  service: Value,
  notes: Notes,
): readonly { readonly name: string; readonly path: string }[] {
  const names = new Names();
  return itemsOf(get(service, "volumes")).flatMap((item) => {
    const mount = mountIn(item);
    if (mount === undefined || mount.source === "tmpfs" || /docker\.sock/.test(mount.source)) return [];
    const { source, target, readOnly, place } = mount;
    if (!/^\/[^:]+$/.test(target) || target.length > 255) {
      notes.left(place, "volumes", t`${shown(target)} is no absolute path.`, name);
      return [];
    }
    const bind = /^[./~\\]|^[A-Za-z]:|\ufdd0/.test(source);
    const last = target.split("/").at(-1) ?? "";
    if (
      bind &&
      (readOnly || /\.[A-Za-z]\w{0,7}$/.test(last) || /^\.{1,2}\/?$/.test(source) || /^\/etc\/|initdb/.test(target))
    ) {
      notes.left(
        place,
        "volumes",
        t`${shown(source)} is a file or folder of this machine, and is not in the cloud. Put it into the image.`,
        name,
      );
      return [];
    }
    if (bind)
      notes.changed(
        place,
        "volumes",
        t`${shown(source)} is a folder of this machine. It becomes a volume, which begins empty.`,
        name,
      );
    const plain = source.startsWith(`${name}-`) ? source.slice(name.length + 1) : source;
    const wanted = bind || source === "" ? last : plain;
    return [{ name: names.take(asName(wanted, 28, "data"), "-"), path: emptied(target) }];
  });
}

function mountIn(item: Value): Mount | undefined {
  if (item.kind === "map") {
    const type = textAt(item, "type") ?? "volume";
    const source = type === "tmpfs" ? "tmpfs" : (textAt(item, "source") ?? "");
    return {
      source,
      target: textAt(item, "target") ?? "",
      readOnly: isTrue(get(item, "read_only")),
      place: item.place,
    };
  }
  const text = textOf(item);
  if (text === undefined) return undefined;
  const parts = text.split(":");
  if (parts.length === 1) return { source: "", target: text, readOnly: false, place: item.place };
  const [source = "", target = "", mode = ""] = parts;
  return {
    source,
    target: target.replace(/(.)\/$/, "$1"),
    readOnly: mode.split(",").includes("ro"),
    place: item.place,
  };
}

/** Volumes by name that several services mount: each gets files of its own in the manifest. */
export function sharedVolumes(services: ReadonlyMap<string, Value>, notes: Notes): void {
  const first = new Map<string, string>();
  for (const [name, service] of services) {
    for (const item of itemsOf(get(service, "volumes"))) {
      const mount = mountIn(item);
      if (mount === undefined || !/^[A-Za-z0-9]/.test(mount.source)) continue;
      const before = first.get(mount.source);
      if (before === undefined || before === name) first.set(mount.source, name);
      else
        notes.changed(
          item.place,
          "volumes",
          t`${mount.source} is shared with ${before}. Components do not share volumes: ${name} gets one of its own, which begins empty.`,
          name,
        );
    }
  }
}

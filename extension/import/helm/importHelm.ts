import { t } from "../../manifest/l10n";
import type { Service, Store, StoreType } from "../draft";
import { finish } from "../finish";
import { usualPort } from "../images";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { readValue, whyUnread } from "../readValue";
import { entriesOf, get, isFalse, isTrue, itemsOf, textAt, type Value } from "../value";
import { nearestVersion } from "../versions";

/** Charts that others bring along, by what they are here. */
const subcharts: Readonly<Record<string, StoreType>> = {
  postgresql: "postgres",
  mysql: "mysql",
  mariadb: "mysql",
  redis: "redis",
  valkey: "redis",
};
const unsupported = [
  "mongodb",
  "kafka",
  "rabbitmq",
  "elasticsearch",
  "opensearch",
  "clickhouse",
  "zookeeper",
  "memcached",
  "minio",
];

/**
 * Reads the `values.yaml` of a chart of the usual shape: one image, one service, and databases as subcharts that can be
 * switched on. What a chart does with its values is in its templates, and nobody can know it without running them.
 */
export function importHelm(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const refuse = (reason: string, notes = new Notes()): Imported =>
    refused({ format: "helm", file, files }, reason, notes.all);
  if (!/values\.ya?ml$/.test(file)) {
    return refuse(t`Of a chart, values.yaml alone says what runs; ${file} names its parts. Import values.yaml.`);
  }
  const read = readValue(file, text);
  if ("problem" in read) return refuse(whyUnread(read));
  const root = read.value;
  const notes = new Notes();
  const repository = textAt(root, "image", "repository");
  if (repository === undefined) {
    return refuse(
      t`There is no image.repository in it: this chart runs several images, in a way that only its templates say. Render it with helm template and describe what runs in a Compose file.`,
    );
  }
  const more = ["worker", "workers", "cron", "scheduler"].find((key) => get(root, key)?.kind === "map");
  if (more !== undefined) {
    return refuse(
      t`The chart runs more than one process (${more}), in a way that only its templates say. Render it with helm template and describe what runs in a Compose file.`,
    );
  }
  for (const name of unsupported) {
    const part = get(root, name);
    if (part === undefined || !isTrue(get(part, "enabled"))) continue;
    if (options.keepUnsupported === true) notes.left(part.place, name, t`There is no managed component for ${name}.`);
    else
      notes.refused(
        part.place,
        name,
        t`There is no managed component for ${name}. --keep-unsupported imports the rest without it.`,
      );
  }
  const stores = storesOf(root, notes);
  notes.ask(
    root.place,
    "env",
    t`How the chart hands its settings to the container is in its templates: set the image's own variables, those for the stores as well.`,
    "web",
  );
  for (const [key, value] of entriesOf(root)) {
    if (known.has(key) || key in subcharts || isEmpty(value)) continue;
    notes.left(value.place, key, t`What it does is in the chart's templates.`);
  }
  const service = serviceOf(root, stores, repository);
  return finish(
    { name: options.name ?? repository.split("/").at(-1) ?? "app", services: [service], stores, notes: notes.all },
    "helm",
    file,
    files,
  );
}

const known = new Set(
  "image service replicaCount replicas resources persistence ingress global nameOverride fullnameOverride autoscaling".split(
    " ",
  ),
);

const isEmpty = (value: Value): boolean =>
  value.kind === "scalar"
    ? value.value === null || value.value === "" || value.value === false
    : (value.kind === "list" ? value.items.length : value.entries.size) === 0;

function storesOf(root: Value, notes: Notes): readonly Store[] {
  return entriesOf(root).flatMap(([name, value]): readonly Store[] => {
    const type = subcharts[name];
    if (
      type === undefined ||
      value.kind !== "map" ||
      isFalse(get(value, "enabled")) ||
      get(value, "enabled") === undefined
    )
      return [];
    const tag = /^\d+(?:\.\d+)*/.exec(textAt(value, "image", "tag") ?? "")?.[0];
    const { version, note } = nearestVersion(type, name === "mariadb" ? undefined : tag);
    if (name === "mariadb") notes.changed(value.place, name, t`MariaDB becomes MySQL, which is what is managed.`, name);
    if (note !== undefined) notes.changed(value.place, name, note, name);
    return [
      {
        name,
        place: value.place,
        type,
        facts: { passwords: [], names: [] },
        ...(version === undefined ? {} : { version }),
      },
    ];
  });
}

function serviceOf(root: Value, stores: readonly Store[], repository: string): Service {
  const registry = textAt(root, "image", "registry");
  const image = `${registry && registry !== "docker.io" ? `${registry}/` : ""}${repository}:${textAt(root, "image", "tag") ?? "latest"}`;
  const container = Number(
    textAt(root, "containerPorts", "http") ?? textAt(root, "service", "targetPort") ?? Number.NaN,
  );
  const outside = Number(textAt(root, "service", "port") ?? textAt(root, "service", "ports", "http") ?? 80);
  const port =
    [container, usualPort(image) ?? Number.NaN, outside].find(
      (each) => Number.isInteger(each) && each > 0 && each <= 65_535,
    ) ?? 80;
  const replicas = Number(textAt(root, "replicaCount") ?? textAt(root, "replicas"));
  const mount = textAt(root, "persistence", "mountPath");
  const hosts = itemsOf(get(root, "ingress", "hosts")).flatMap(
    (item) => textAt(item, "host") ?? textAt(item, "name") ?? [],
  );
  const host = textAt(root, "ingress", "hostname");
  const domains = isTrue(get(root, "ingress", "enabled")) ? [...hosts, ...(host === undefined ? [] : [host])] : [];
  return {
    name: "web",
    place: get(root, "image")?.place ?? root.place,
    kind: "web",
    image,
    port,
    entrances: [{ domains }],
    variables: [],
    needs: stores.map(({ name }) => ({ to: name })),
    ...(Number.isInteger(replicas) && replicas > 1 && replicas <= 1000 ? { scale: replicas } : {}),
    ...(mount?.startsWith("/") ? { volumes: [{ name: "data", path: mount }] } : {}),
  };
}

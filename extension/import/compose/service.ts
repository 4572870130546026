import { t } from "../../manifest/l10n";
import type { Service, Variable } from "../draft";
import { usualPort } from "../images";
import type { Notes } from "../notes";
import { marksIn, shown } from "../unset";
import { get, itemsOf, textAt, textOf, type Value } from "../value";
import { aliasesOf, linksOf } from "./aliases";
import type { Context } from "./context";
import { publicNames } from "./coolify";
import { variablesOf } from "./environment";
import { leftFields } from "./fields";
import { healthOf } from "./health";
import { buildOf, imageOf } from "./image";
import { dependenciesOf } from "./merge";
import { anyPort, httpPort, portsOf, publishedPorts } from "./ports";
import { mebibytes } from "./size";
import { volumesOf } from "./volumes";
import { commandOf } from "./words";

/** A container that stays one. @param asked ports that others call it by, in their variables */
export function serviceOf(
  name: string,
  value: Value,
  context: Context,
  asked: readonly number[],
  notes: Notes,
): Service {
  leftFields(name, value, notes);
  const { variables, entrance } = publicNames(name, variablesOf(name, value, context, notes));
  const health = healthOf(get(value, "healthcheck"));
  const port = portOf(name, value, { health: health.port, entrance: entrance?.port, asked, variables }, notes);
  const cron = isJob(value);
  const kind = cron ? "cron" : port === undefined ? "worker" : "web";
  if (cron)
    notes.ask(
      get(value, "profiles")?.place ?? value.place,
      "profiles",
      t`Docker Compose has no clock. The job runs at midnight until you set its schedule.`,
      name,
    );
  const open = entrance !== undefined || (port?.published ?? false);
  const checked = get(value, "healthcheck");
  if (checked !== undefined && (health.check === undefined || kind !== "web")) {
    notes.left(
      checked.place,
      "healthcheck",
      t`Only a check of an own URL is carried, and for what answers HTTP.`,
      name,
    );
  }
  const limits = get(value, "deploy", "resources", "limits");
  const memory = mebibytes(textAt(value, "mem_limit") ?? textAt(limits, "memory") ?? textAt(value, "mem_reservation"));
  const cpu = Number(textAt(value, "cpus") ?? textAt(limits, "cpus"));
  const replicas = Number(textAt(value, "scale") ?? textAt(value, "deploy", "replicas"));
  const image = imageOf(name, value, notes);
  const build = image === undefined ? buildOf(name, value, notes) : undefined;
  const command = wholeCommand(name, value, notes);
  return {
    name,
    aliases: aliasesOf(name, value),
    place: value.place,
    kind,
    variables,
    volumes: volumesOf(name, value, notes),
    needs: [...dependenciesOf(get(value, "depends_on")), ...linksOf(value)].map(([to]) => ({ to })),
    ...(image === undefined ? {} : { image }),
    ...(build === undefined ? {} : { build }),
    ...(port === undefined || cron ? {} : { port: port.target }),
    ...(open && !cron ? { entrances: [{}], publishedAt: publishedPorts(get(value, "ports")) } : {}),
    ...(entrance === undefined ? {} : { publicAs: entrance.marks }),
    ...(cron ? { schedule: "0 0 * * *" } : {}),
    ...(command === undefined ? {} : { command }),
    ...(memory === undefined ? {} : { memory }),
    ...(cpu > 0 ? { cpu } : {}),
    ...(Number.isInteger(replicas) && replicas > 1 && replicas <= 1000 ? { scale: replicas } : {}),
    ...(health.check === undefined || kind !== "web" ? {} : { healthCheck: health.check }),
    ...(/arm64|aarch64/.test(textAt(value, "platform") ?? "") ? { architecture: "arm64" as const } : {}),
  };
}

interface Hints {
  readonly health: number | undefined;
  readonly entrance: number | undefined;
  readonly asked: readonly number[];
  readonly variables: readonly Variable[];
}

/** The one port that a component has, from the surest source that tells it. */
function portOf(name: string, value: Value, { health, entrance, asked, variables }: Hints, notes: Notes) {
  const ports = portsOf(get(value, "ports"), get(value, "expose"));
  const place = get(value, "ports")?.place ?? value.place;
  const unset = itemsOf(get(value, "ports")).find(
    (item) => marksIn((textOf(item) ?? "").split(":").at(-1) ?? "").length > 0,
  );
  const chosen = httpPort(ports);
  const others = [
    ...new Set(
      ports.filter(({ published, target }) => published && target !== chosen?.target).map(({ target }) => target),
    ),
  ];
  if (chosen !== undefined) {
    if (others.length > 0)
      notes.left(
        place,
        "ports",
        t`A component has one port, ${chosen.target}, and speaks HTTP to the outside. ${others.join(", ")} cannot be reached from there.`,
        name,
      );
    return { target: chosen.target, published: chosen.published || entrance !== undefined };
  }
  // Another command than the image's own may well be a worker of the same application.
  const other = get(value, "command") ?? get(value, "entrypoint");
  const usual = other === undefined ? usualPort(textAt(value, "image") ?? "") : undefined;
  const inner = anyPort(ports);
  if (inner !== undefined) {
    if (others.length > 0)
      notes.left(
        place,
        "ports",
        t`${others.join(", ")}: only HTTP goes through the load balancer, so that it cannot be reached from outside.`,
        name,
      );
    return { target: inner.target, published: false };
  }
  const own = variables.find((variable) => variable.name === "PORT" && variable.value.kind === "text")?.value;
  const told = own?.kind === "text" && /^\d{2,5}$/.test(own.text) ? Number(own.text) : undefined;
  const target = entrance ?? health ?? asked[0] ?? told ?? (unset === undefined ? undefined : (usual ?? 8080)) ?? usual;
  if (target === undefined) return undefined;
  if (unset !== undefined)
    notes.ask(
      unset.place,
      "ports",
      t`The port in ${shown(textOf(unset) ?? "")} is not known here; ${target} is taken.`,
      name,
    );
  return { target, published: unset !== undefined };
}

/** What is started by hand, and ends. */
const isJob = (value: Value): boolean =>
  itemsOf(get(value, "profiles")).some((item) => /^(?:cron|jobs?|schedule[rd]?)$/.test(textOf(item) ?? "")) &&
  /^(?:no|false|on-failure.*)$/.test(textAt(value, "restart") ?? "no");

function wholeCommand(name: string, value: Value, notes: Notes): Service["command"] {
  const command = commandOf(get(value, "command"));
  const entrypoint = commandOf(get(value, "entrypoint"));
  if (entrypoint === undefined) return command;
  notes.changed(
    get(value, "entrypoint")?.place ?? value.place,
    "entrypoint",
    t`It becomes the beginning of the command; an entrypoint of the image's own still runs before it.`,
    name,
  );
  const words = (text: string | readonly string[] | undefined): readonly string[] =>
    text === undefined ? [] : typeof text === "string" ? ["sh", "-c", text] : text;
  return typeof entrypoint === "string" && command === undefined
    ? entrypoint
    : [...words(entrypoint), ...words(command)];
}

/** What a service depends on beside stores, which start before it or not at all. */
export function untoldOrder(name: string, value: Value, services: ReadonlySet<string>, notes: Notes): void {
  const order = get(value, "depends_on");
  const others = dependenciesOf(order).filter(
    ([to, condition]) => services.has(to) && condition !== "service_completed_successfully",
  );
  if (order === undefined || others.length === 0) return;
  const list = others.map(([to]) => to).join(", ");
  notes.left(
    order.place,
    "depends_on",
    t`Components start at the same time: ${name} has to try again while ${list} is not there yet.`,
    name,
  );
}

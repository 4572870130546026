import { t } from "../../manifest/l10n";
import type { Entrance, Note } from "../draft";
import type { WiredService, WiredStore } from "../wire/wired";
import { Block, inlineMap } from "./block";
import { writeService } from "./service";

export interface Design {
  readonly name: string;
  /** What it was made of, for the first line: `Docker Compose (compose.yaml)`. */
  readonly origin: string;
  readonly services: readonly WiredService[];
  readonly stores: readonly WiredStore[];
  readonly balancers: readonly Balancer[];
  readonly notes: readonly Note[];
}

export interface Balancer {
  readonly component: string;
  readonly routes: readonly (Entrance & { readonly to: string })[];
  readonly domains: readonly string[];
}

/** The manifest's text, with a comment at its component for whatever is not carried. */
export function manifestText({ name, origin, services, stores, balancers, notes }: Design): string {
  const root = new Block();
  root.comment(t`Imported from ${origin}.`);
  const known = new Set([...services, ...stores].map(({ component }) => component));
  const general = notes.filter((note) => worthAComment(note) && !known.has(note.component ?? ""));
  for (const note of general) root.comment(commentOf(note));
  root.field("name", name).blank();
  root.map("components", (components) => {
    const parts = [
      ...balancers.map((balancer) => [balancer.component, (block: Block) => writeBalancer(block, balancer)] as const),
      ...services.map((service) => [service.component, (block: Block) => writeService(block, service)] as const),
      ...stores.map((store) => [store.component, (block: Block) => writeStore(block, store)] as const),
    ];
    for (const [index, [component, write]] of parts.entries()) {
      if (index > 0) components.blank();
      for (const note of notes)
        if (note.component === component && worthAComment(note)) components.comment(commentOf(note));
      components.map(component, write);
    }
  });
  return root.toString();
}

/** A secret and a value to be set show themselves in the manifest. */
const worthAComment = ({ kind }: Note): boolean => kind === "left" || kind === "changed";

const commentOf = ({ place, field, text }: Note): string => `${place.file}:${place.line} ${field}: ${text}`;

function writeBalancer(block: Block, { routes, domains }: Balancer): void {
  block.field("type", "load-balancer");
  // A domain needs a zone or a certificate, which only the owner of the account knows.
  if (domains.length > 0) {
    block.comment(
      domains.length === 1
        ? t`domain: ${domains[0]}   # Needs hostedZone: Z..., or the ARN of a certificate.`
        : t`domain: [${domains.join(", ")}]   # Needs hostedZone: Z..., or the ARN of a certificate.`,
    );
  }
  block.map("routes", (list) => {
    for (const { to, path } of routes) {
      list.line(
        `- ${inlineMap([
          ["to", to],
          ["path", path === "/" ? undefined : path],
        ])}`,
      );
    }
  });
}

function writeStore(block: Block, store: WiredStore): void {
  const { type, version, storage, size, extensions = [], eviction, highAvailability } = store;
  block.field("type", type).field("version", version).field("size", size);
  if (type !== "redis") block.field("storage", storage === undefined ? undefined : `${Math.max(20, storage)}Gi`);
  if (type !== "redis" && highAvailability) block.field("highAvailability", true);
  if (type === "postgres") block.list("extensions", extensions);
  if (type === "redis" && eviction !== "noeviction") block.field("eviction", eviction);
}

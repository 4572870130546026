import { t } from "../../manifest/l10n";
import type { Draft, Service, Variable } from "../draft";
import type { Notes } from "../notes";
import { emptied, marksIn, shown } from "../unset";
import { addressIn } from "./address";
import { connect } from "./connect";
import { type Known, loginFor } from "./login";
import { isStore, type Peer, reference } from "./peers";
import { type Addresses, publicly } from "./publicly";
import { fateOf, isSecret, type SecretFate } from "./secrets";
import type { WiredService, WiredVariable } from "./wired";

export interface Surroundings {
  readonly draft: Draft;
  readonly peers: readonly Peer[];
  readonly addresses: Addresses;
  /** The application's name, under which secrets are kept. */
  readonly app: string;
  readonly notes: Notes;
}

/** Turns the variables of one service into references, connections and secrets. */
export function wire(
  service: Service,
  component: string,
  { draft, peers, addresses, app, notes }: Surroundings,
): WiredService {
  const others = peers.filter((peer) => peer.component !== component);
  const wanted = new Map<string, string>();
  const spoken = new Set<Peer>();
  for (const { to, prefix } of service.needs) {
    const peer = others.find(({ hosts }) => hosts.includes(to));
    if (peer === undefined || (!isStore(peer) && prefix === undefined)) continue;
    spoken.add(peer);
    if (prefix !== undefined) wanted.set(peer.component, prefix);
  }
  const known = knownStores(service, others, spoken);
  const env: WiredVariable[] = [];
  const secrets: { name: string; fate: SecretFate }[] = [];
  for (const variable of service.variables) {
    const { name, value, place } = variable;
    const secret = (text: string): void => {
      const fate = fateOf(name, text, isShared(draft, variable, service), `${app}/${slug(name)}`);
      secrets.push({ name, fate });
      const made = "generate" in fate;
      if (!made)
        notes.ask(
          place,
          name,
          t`It is a secret: store its value as ${fate.from} before the first deployment.`,
          component,
        );
      else
        notes.changed(
          place,
          name,
          t`It is a secret: a new value is generated at the first deployment, and the one here is not used.`,
          component,
        );
    };
    if (value.kind === "reference") {
      const peer = others.find(({ hosts }) => hosts.includes(value.to));
      if (peer !== undefined) spoken.add(peer);
      env.push({ name, place, text: peer === undefined ? "" : reference(peer, value.attribute) });
    } else if (value.kind === "generate" && !isShared(draft, variable, service)) {
      secrets.push({ name, fate: { generate: { length: 32 } } });
    } else if (value.kind !== "text") {
      secret("");
    } else {
      const written = publicly(service.name, name, literal(value.text), addresses);
      const address = addressIn(name, written, others);
      for (const peer of address?.peers ?? []) spoken.add(peer);
      const text = address?.text ?? loginFor(name, written, known);
      if (text === undefined && isSecret(name, written)) secret(written);
      else env.push(plain(variable, text ?? written, notes, component));
    }
  }
  const taken = new Set(secrets.map(({ name }) => name));
  const { variables, needs, ...rest } = service;
  return { ...rest, component, secrets, ...connect(env, taken, order(others, spoken), wanted) };
}

/** A value with marks has to be filled in; it is empty until then, as it is where the file comes from. */
function plain({ name, place }: Variable, text: string, notes: Notes, component: string): WiredVariable {
  const open = marksIn(text);
  if (open.length === 0) return { name, place, text };
  notes.ask(
    place,
    name,
    t`It comes from ${open.map((each) => `$${each}`).join(", ")}, which has no value here. Fill it in.`,
    component,
  );
  return { name, place, text: emptied(text), comment: t`to be set: ${shown(text)}` };
}

/** A text that happens to look like a reference would be taken for one. */
const literal = (text: string): string => text.replaceAll("${{", "$ {{");

const order = (peers: readonly Peer[], spoken: ReadonlySet<Peer>): readonly Peer[] =>
  peers.filter((peer) => spoken.has(peer) && isStore(peer));

/** The stores that the service speaks to, found by the addresses in its variables. */
function knownStores({ variables }: Service, others: readonly Peer[], spoken: ReadonlySet<Peer>): readonly Known[] {
  const prefixes = new Map<Peer, string[]>([...spoken].map((peer) => [peer, []]));
  for (const { name, value } of variables) {
    if (value.kind !== "text") continue;
    for (const peer of addressIn(name, value.text, others)?.peers ?? []) {
      prefixes.set(peer, [
        ...(prefixes.get(peer) ?? []),
        name.replace(/_?(?:HOST|HOSTNAME|SERVER|ADDRESS|URL|URI)$/i, ""),
      ]);
    }
  }
  return [...prefixes].map(([peer, names]) => ({ peer, prefixes: names }));
}

/** Whether another service has the same variable with the same text, so that both have to agree. */
function isShared({ services }: Draft, { name, value }: Variable, owner: Service): boolean {
  if (value.kind === "reference") return false;
  const text = value.kind === "text" ? value.text : undefined;
  return services.some(
    (service) =>
      service !== owner &&
      service.variables.some((other) => {
        if (other.value.kind !== value.kind) return false;
        if (other.value.kind === "text" && other.value.text !== "" && other.value.text === text) return true;
        return other.name === name && (other.value.kind !== "text" || other.value.text === text);
      }),
  );
}

const slug = (name: string): string => name.toLowerCase().replaceAll("_", "-");

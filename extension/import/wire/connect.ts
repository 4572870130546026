import { componentTypes } from "../../manifest/schema";
import type { Peer } from "./peers";
import { reference } from "./peers";
import type { WiredVariable } from "./wired";

export interface Connected {
  readonly env: readonly WiredVariable[];
  readonly connections: readonly { readonly to: string; readonly as?: string }[];
}

/**
 * Connects a service with the components it speaks to. Variables that a connection injects by itself are left out; a
 * prefix is chosen under which most of them are, and under which none has another value.
 * @param wanted prefixes that the format injects by itself
 */
export function connect(
  env: readonly WiredVariable[],
  taken: ReadonlySet<string>,
  peers: readonly Peer[],
  wanted: ReadonlyMap<string, string>,
): Connected {
  let left = env;
  const used = new Set<string>();
  const connections: { to: string; as?: string }[] = [];
  for (const peer of peers) {
    const usual = defaultPrefix(peer.component);
    // A reference opens the way as well, and a connection beside it would inject what nobody reads.
    const fallback = refersTo(left, peer) ? [] : [usual, `${usual}_STORE`];
    const candidates = [wanted.get(peer.component), ...prefixesIn(left, peer), ...fallback];
    const free = (prefix: string): boolean => !used.has(prefix) && isFree(left, taken, peer, prefix);
    const prefix = candidates.find((each): each is string => each !== undefined && free(each));
    if (prefix === undefined) continue;
    used.add(prefix);
    left = left.filter(
      ({ name, text }) => !injected(peer, prefix).some((one) => one.name === name && one.text === text),
    );
    connections.push({ to: peer.component, ...(prefix === usual ? {} : { as: prefix }) });
  }
  return { env: left, connections };
}

const refersTo = (env: readonly WiredVariable[], { component }: Peer): boolean =>
  env.some(({ text }) => text.includes(`\${{ ${component}.`) || text.includes(`urlencode(${component}.`));

const defaultPrefix = (component: string): string => component.toUpperCase().replaceAll("-", "_");

function injected(peer: Peer, prefix: string): readonly { readonly name: string; readonly text: string }[] {
  const attributes = componentTypes.get(peer.type)?.attributes.keys() ?? [];
  return [...attributes].map((attribute) => {
    return { name: `${prefix}_${attribute.toUpperCase()}`, text: reference(peer, attribute) };
  });
}

/** Prefixes that a connection could have instead of the variables that are there, the one with the most of them first. */
function prefixesIn(env: readonly WiredVariable[], peer: Peer): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name, text } of env) {
    const cut = name.lastIndexOf("_");
    const prefix = name.slice(0, Math.max(0, cut));
    if (!/^[A-Z_][A-Z0-9_]{0,60}$/.test(prefix)) continue;
    if (injected(peer, prefix).some((one) => one.name === name && one.text === text)) {
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([prefix]) => prefix);
}

function isFree(env: readonly WiredVariable[], taken: ReadonlySet<string>, peer: Peer, prefix: string): boolean {
  return injected(peer, prefix).every(({ name, text }) => {
    const written = env.find((variable) => variable.name === name);
    return !taken.has(name) && (written === undefined || written.text === text);
  });
}

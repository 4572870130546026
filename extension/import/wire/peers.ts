import type { Draft, Facts, Store } from "../draft";

/** What others can speak to: a store, or a service that listens. By the name it has in the new manifest. */
export interface Peer {
  readonly component: string;
  readonly type: Store["type"] | "web";
  readonly hosts: readonly string[];
  readonly port: number;
  readonly facts: Facts;
}

const usual = { postgres: 5432, mysql: 3306, redis: 6379 } as const;

/** @param named the components' names, by those of the format */
export function peersIn(draft: Draft, named: ReadonlyMap<string, string>): readonly Peer[] {
  const peers: Peer[] = draft.stores.map(({ name, aliases = [], type, facts }) => {
    return { component: named.get(name) ?? name, type, hosts: [name, ...aliases], port: usual[type], facts };
  });
  for (const { name, aliases = [], kind, port } of draft.services) {
    if (kind !== "web" || port === undefined) continue;
    const facts = { passwords: [], names: [] };
    peers.push({ component: named.get(name) ?? name, type: "web", hosts: [name, ...aliases], port, facts });
  }
  return peers;
}

export const isStore = ({ type }: Peer): boolean => type !== "web";

export const reference = ({ component }: Peer, attribute: string): string => `\${{ ${component}.${attribute} }}`;

export const encoded = ({ component }: Peer, attribute: string): string =>
  `\${{ urlencode(${component}.${attribute}) }}`;

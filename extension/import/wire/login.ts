import { onlyMark } from "../unset";
import { isStore, type Peer, reference } from "./peers";

/** A store that a service speaks to, with how the service calls the variables about it: `WORDPRESS_DB`. */
export interface Known {
  readonly peer: Peer;
  readonly prefixes: readonly string[];
}

const attributes: readonly (readonly [attribute: string, form: RegExp])[] = [
  ["password", /(?:PASSWORD|PASSWD|PASS|PWD)$/i],
  ["user", /(?:USER|USERNAME|USER_NAME|LOGIN)$/i],
  ["port", /PORT$/i],
  ["name", /(?:NAME|DATABASE|DB|DBNAME|SCHEMA)$/i],
];

/**
 * What a variable says about a store beside its address: `DB_PASSWORD` with the store's own password becomes
 * `${{ db.password }}`. Undefined for everything else.
 */
export function loginFor(name: string, text: string, known: readonly Known[]): string | undefined {
  const attribute = attributes.find(([, form]) => form.test(name))?.[0];
  if (attribute === undefined) return undefined;
  const fitting = known.filter(
    ({ peer }) => isStore(peer) && has(peer, attribute) && says(peer, attribute, text, name),
  );
  const [best] = fitting.sort((a, b) => nearness(b, name) - nearness(a, name));
  return best === undefined ? undefined : reference(best.peer, attribute);
}

const has = ({ type }: Peer, attribute: string): boolean =>
  type !== "redis" || attribute === "password" || attribute === "port";

function says({ facts, port, type }: Peer, attribute: string, text: string, name: string): boolean {
  switch (attribute) {
    case "password":
      // A cache without a password here has one where it is managed.
      return type === "redis"
        ? facts.passwords.includes(text) || (/REDIS|VALKEY|CACHE|QUEUE/i.test(name) && (text === "" || isMark(text)))
        : facts.passwords.includes(text);
    case "user":
      return facts.user === text || (text === "root" && type === "mysql");
    case "port":
      return text === String(port);
    default:
      return facts.names.includes(text);
  }
}

const isMark = (text: string): boolean => onlyMark(text) !== undefined;

/** How many first characters a name has in common with those that lead to the store. */
function nearness({ prefixes, peer }: Known, name: string): number {
  return Math.max(0, ...[...prefixes, peer.type, peer.component].map((prefix) => common(prefix, name)));
}

function common(one: string, other: string): number {
  const [a, b] = [one.toUpperCase(), other.toUpperCase()];
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

import { encoded, isStore, type Peer, reference } from "./peers";

/** An address as a format writes it, with the component it leads to. */
export interface Addressed {
  readonly text: string;
  readonly peers: readonly Peer[];
}

const url =
  /^((?:jdbc:)?[a-z][a-z0-9+.-]*):\/\/(?:([^\s@/:]*)(?::([^\s@/]*))?@)?([^\s:/?#@,]+)(?::([^\s:/?#,]+))?(\/[^\s?#,]*)?([?#][^\s]*)?$/i;

/**
 * Puts references in the place of the addresses in a value: a whole URL, a host, `host:port`, or these within a longer
 * text. Undefined where nothing in it leads to another component.
 */
export function addressIn(name: string, text: string, peers: readonly Peer[]): Addressed | undefined {
  const match = url.exec(text.trim());
  const target = match === null ? undefined : peerAt(match[4], peers);
  if (match !== null && target !== undefined) {
    // A password for a service is nobody's but the two's: the whole is a secret.
    if (!isStore(target) && match[3] !== undefined) return undefined;
    return { text: urlOf(match, target), peers: [target] };
  }
  const whole = peerAt(text, peers);
  if (whole !== undefined)
    return namesHost(name, text) ? { text: reference(whole, "host"), peers: [whole] } : undefined;
  return within(text, peers);
}

const peerAt = (host: string | undefined, peers: readonly Peer[]): Peer | undefined =>
  peers.find(({ hosts }) => host !== undefined && hosts.includes(host));

function urlOf(match: RegExpExecArray, peer: Peer): string {
  const [, scheme = "", user, password, , port, path = "", query = ""] = match;
  const rest = isStore(peer) ? loginIn(query, peer, encoded) : query;
  if (!isStore(peer)) {
    const whole = scheme === "http" && (port === undefined || Number(port) === peer.port);
    return whole ? `${reference(peer, "url")}${path}${rest}` : `${scheme}://${hostPort(peer, port)}${path}${rest}`;
  }
  if (peer.type === "redis") return `${reference(peer, "url")}${path === "/" || path === "/0" ? "" : path}${rest}`;
  if (scheme === peer.type) return `${reference(peer, "url")}${rest}`;
  // What has no user in it, as JDBC, gets user and password by variables of its own.
  const login = user === undefined && password === undefined && scheme.startsWith("jdbc:") ? "" : `${loginOf(peer)}@`;
  const name = path.length > 1 ? `/${reference(peer, "name")}` : path;
  return `${scheme}://${login}${reference(peer, "host")}:${reference(peer, "port")}${name}${rest}`;
}

const loginOf = (peer: Peer): string => `${reference(peer, "user")}:${encoded(peer, "password")}`;

/** Another port than its own stays as it is written: the other end listens there as well, or the check will tell. */
const hostPort = (peer: Peer, port: string | undefined): string => {
  const own = port === undefined || Number(port) === peer.port;
  return `${reference(peer, "host")}:${own ? reference(peer, "port") : port}`;
};

/** `tcp(db:3306)`, `host=db port=5432`, `redis:6379,other:1`. */
function within(text: string, peers: readonly Peer[]): Addressed | undefined {
  const found = new Set<Peer>();
  const replaced = text
    .replaceAll(/(?<![\w.-])([a-z][\w.-]*):(\d{2,5})(?![\w.])/gi, (all, host: string, port: string) => {
      const peer = peerAt(host, peers);
      if (peer === undefined || (isStore(peer) && Number(port) !== peer.port)) return all;
      found.add(peer);
      return hostPort(peer, port);
    })
    .replaceAll(/\bhost=([\w.-]+)/gi, (all, host: string) => {
      const peer = peerAt(host, peers);
      if (peer === undefined) return all;
      found.add(peer);
      return `host=${reference(peer, "host")}`;
    });
  if (found.size === 0) return undefined;
  const [store] = [...found].filter(isStore);
  return { text: store === undefined ? replaced : loginIn(replaced, store, reference), peers: [...found] };
}

/** `user=me password=pw dbname=shop` and `me:pw@tcp(...)/shop`, with the store's own in their places. */
function loginIn(text: string, peer: Peer, password: (peer: Peer, attribute: string) => string): string {
  const [user, name] = [reference(peer, "user"), reference(peer, "name")];
  return text
    .replaceAll(/\b(password|passwd|pwd)=[^\s;&'"]*/gi, (_, key: string) => `${key}=${password(peer, "password")}`)
    .replaceAll(/\b(user|username|uid)=[^\s;&'"]*/gi, (all, key: string) =>
      peer.type === "redis" ? all : `${key}=${user}`,
    )
    .replaceAll(/\b(dbname|database)=[^\s;&'"]*/gi, (all, key: string) =>
      peer.type === "redis" ? all : `${key}=${name}`,
    )
    .replace(/^[^\s:@/]+:[^\s@/]*@(\w+\([^)]*\))\/\w+/, (_, address: string) => {
      return `${user}:${reference(peer, "password")}@${address}/${name}`;
    });
}

const hostlike = /(?:HOST|HOSTS|HOSTNAME|SERVERS?|ADDR|ADDRESS|ENDPOINT|URL|URI|NODES?|BROKER)$/i;
const otherwise =
  /(?:NAME|DATABASE|DB|USER|USERNAME|TYPE|KIND|DRIVER|ADAPTER|ENGINE|DIALECT|SCHEMA|CONNECTION|CLIENT|PASS|PASSWORD|STORE|BACKEND|CACHE)$/i;
const engines = /^(?:postgres|postgresql|pgsql|mysql|mariadb|redis|valkey|memcached|web|app|database|cache)$/i;

/** `DB_HOST=postgres` names a host, and `DB_TYPE=postgres` an engine. */
function namesHost(name: string, text: string): boolean {
  if (hostlike.test(name)) return true;
  return !otherwise.test(name) && !engines.test(text);
}

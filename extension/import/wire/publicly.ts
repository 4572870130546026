import { filled } from "../unset";

/** References to what is public. */
export interface Addresses {
  /** By the marks that stand for them. */
  readonly marks: ReadonlyMap<string, string>;
  /** URLs by the port of the machine that leads there. */
  readonly ports: ReadonlyMap<number, string>;
  /** Host names by service. */
  readonly hosts: ReadonlyMap<string, string>;
}

const ownName = /(?:^|_)(?:HOSTNAME|DOMAIN|DOMAIN_NAME|SERVER_NAME|SITE_HOST|APP_HOST|PUBLIC_HOST)$/i;
const ofOthers = /DB|DATABASE|SQL|REDIS|CACHE|SMTP|MAIL|IMAP|QUEUE|ELASTIC|SEARCH|LISTEN|BIND/i;

/** A text with the public address in the place of what stood for it, or of `localhost` where that was the address. */
export function publicly(service: string, name: string, text: string, addresses: Addresses): string {
  const known = filled(text, addresses.marks);
  const own =
    text === "localhost" && ownName.test(name) && !ofOthers.test(name) ? addresses.hosts.get(service) : undefined;
  if (own !== undefined) return own;
  return known.replace(
    /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::(\d+))?(?![\w.:])/,
    (all, port: string | undefined) => {
      return addresses.ports.get(Number(port ?? 80)) ?? all;
    },
  );
}

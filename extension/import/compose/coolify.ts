import type { Variable } from "../draft";
import { marksIn } from "../unset";

export interface PublicNames {
  readonly variables: readonly Variable[];
  readonly entrance?: {
    readonly port?: number;
    readonly marks: readonly { readonly mark: string; readonly attribute: "url" | "host" }[];
  };
}

/**
 * Coolify opens a service to the outside by a variable's name alone: `SERVICE_URL_APP_3000`, or `SERVICE_FQDN_APP`. The
 * variables are for Coolify and not for the container; where others use them, they stand for the public address.
 */
export function publicNames(name: string, variables: readonly Variable[]): PublicNames {
  const magic = variables.flatMap(({ name: key, value }) => {
    const match = /^SERVICE_(URL|FQDN)_(.+?)(?:_(\d{2,5}))?$/.exec(key);
    const bare = value.kind === "text" && (marksIn(value.text).includes(key) || value.text.startsWith("/"));
    return match === null || !bare ? [] : [{ key, kind: match[1], stem: match[2] ?? "", port: match[3] }];
  });
  const [first] = magic;
  if (first === undefined) return { variables };
  const keys = new Set(magic.map(({ key }) => key));
  const stems = new Set([...magic.map(({ stem }) => stem), name.toUpperCase().replaceAll("-", "_")]);
  const marks = [...stems].flatMap((stem) => {
    const ends = ["", ...magic.flatMap(({ port }) => (port === undefined ? [] : [`_${port}`]))];
    return ends.flatMap((end) => [
      { mark: `SERVICE_URL_${stem}${end}`, attribute: "url" as const },
      { mark: `SERVICE_FQDN_${stem}${end}`, attribute: "host" as const },
    ]);
  });
  const port = magic.find((each) => each.port !== undefined)?.port;
  return {
    variables: variables.filter(({ name: key }) => !keys.has(key)),
    entrance: { marks, ...(port === undefined ? {} : { port: Number(port) }) },
  };
}

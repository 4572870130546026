import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const schemas = /@aws-sdk[\\/](client-[\w-]+|nested-clients)[\\/].*schemas_\d+\.js$/;
/** Whose errors we tell apart by name alone; the SDK gives an error without a class its name just the same. */
const namedErrors = /client-(?:cloudformation|cloudwatch-logs|ec[rs]|elastic-load-balancing-v2|ssm|sts)$/;

/**
 * What of the SDK no call of ours can reach: operations that answer with a stream of events, a hash for machines without
 * one, and what runs inside AWS Lambda. Twenty kilobytes. A name that is not here is an error of the build.
 */
const unreached: Readonly<Record<string, string>> = {
  "@smithy/core/event-streams": `
export const resolveEventStreamSerdeConfig = (config) => config;
export const eventStreamSerdeProvider = () => undefined;
export class EventStreamSerde { constructor() { throw new Error("Event streams are not in this bundle."); } }`,
  "./Sha256Js": `export class Sha256Js { constructor() { throw new Error("This machine's Node has no SHA-256."); } }`,
  "@aws/lambda-invoke-store": "export const InvokeStore = { getInstanceAsync: async () => undefined };",
};

/**
 * Lets esbuild leave out of a client of the SDK what nobody calls. As published, a client says its schemas in a way that
 * looks like work to a bundler, registers an error class for each error of the whole service, and carries its package
 * file for the version in it.
 */
export const shakeSdk: Plugin = {
  name: "shake-sdk",
  setup(build) {
    build.onResolve(
      { filter: /^(?:@smithy\/core\/event-streams|\.\/Sha256Js|@aws\/lambda-invoke-store)$/ },
      ({ path }) => {
        return { path, namespace: "unreached" };
      },
    );
    build.onLoad({ filter: /.*/, namespace: "unreached" }, ({ path }) => ({ contents: unreached[path] ?? "" }));
    build.onLoad({ filter: schemas }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const client = schemas.exec(path)?.[1] ?? "";
      const contents = pure(namedErrors.test(client) ? withoutRegistered(text) : text);
      return { contents, loader: "js" };
    });
    build.onLoad({ filter: /@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, "utf8")) as { name: string; version: string };
      return { contents: JSON.stringify({ name, version }), loader: "json" };
    });
  },
};

/** The base class stays registered: it is what an error without a class becomes. */
export function withoutRegistered(text: string): string {
  return text.replace(/^n0_registry\.registerError\(.*\);$/gm, "");
}

/** A list that names computed keys is one that esbuild keeps, since a key could have an effect; here none has. */
export function pure(text: string): string {
  return text.replace(/^((?:export )?(?:var|const) \w+\$? = )(\[[^;]*\]);$/gm, "$1/* @__PURE__ */ (() => $2)();");
}

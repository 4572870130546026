import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { root } from "../setup/paths";

const schemas = /@aws-sdk[\\/](?:client-[\w-]+|nested-clients)[\\/].*schemas_\d+\.js$/;
/** Whose errors we tell apart by name alone; the SDK gives an error without a class its name just the same. */
const namedErrors =
  /client-(?:cloudformation|cloudwatch-logs|ec[rs]|elastic-load-balancing-v2|ssm|sts)[\\/]|nested-clients[\\/].*[\\/]sso(?:-oidc)?[\\/]/;

/**
 * What of the SDK no call of ours can reach: operations that answer with a stream of events, a hash for machines without
 * one, the streams of browsers, the names of buckets, and what runs inside AWS Lambda; and what it has twice. A name that
 * is not here is an error of the build.
 */
const unreached: Readonly<Record<string, string>> = {
  "@smithy/core/event-streams": `
export const resolveEventStreamSerdeConfig = (config) => config;
export const eventStreamSerdeProvider = () => undefined;
export class EventStreamSerde { constructor() { throw new Error("Event streams are not in this bundle."); } }`,
  "./Sha256Js": `export class Sha256Js { constructor() { throw new Error("This machine's Node has no SHA-256."); } }`,
  // Signs for all regions at once, which no service of ours asks for.
  "@aws-sdk/signature-v4-multi-region": 'export { SignatureV4 as SignatureV4MultiRegion } from "@smithy/signature-v4";',
  "./sdk-stream-mixin.browser":
    'export const sdkStreamMixin = () => { throw new Error("An answer in Node is a stream of Node."); };',
  "../service-customizations": "export const resolveParamsForS3 = async (params) => params;",
  // The same again: the SDK reads dates for its schemas by these, and has kept the older ones beside them. They differ in
  // years of two digits, which no service of ours writes.
  "./date-utils": `
export {
  _parseEpochTimestamp as parseEpochTimestamp,
  _parseRfc3339DateTimeWithOffset as parseRfc3339DateTime,
  _parseRfc3339DateTimeWithOffset as parseRfc3339DateTimeWithOffset,
  _parseRfc7231DateTime as parseRfc7231DateTime,
} from "./schema-serde-lib/schema-date-utils";
export const dateToUtcString = (date) => date.toUTCString();`,
  "@aws/lambda-invoke-store": "export const InvokeStore = { getInstanceAsync: async () => undefined };",
};

/**
 * What the credential providers use of a client that they read late. Such a read asks for all that the client has, so
 * that esbuild could leave nothing of it out.
 */
export const readLate: Readonly<Record<string, string>> = {
  // The providers have a copy of this client of their own.
  "@aws-sdk/nested-clients/sts":
    'export { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity } from "@aws-sdk/client-sts";',
  "@aws-sdk/nested-clients/sso-oidc":
    'export { CreateTokenCommand, SSOOIDCClient } from "@aws-sdk/nested-clients/sso-oidc";',
  "@aws-sdk/nested-clients/signin":
    'export { CreateOAuth2TokenCommand, SigninClient } from "@aws-sdk/nested-clients/signin";',
};

/**
 * Lets esbuild leave out of a client of the SDK what nobody calls. As published, a client says its schemas in a way that
 * looks like work to a bundler, registers an error class for each error of the whole service, and carries its package
 * file for the version in it.
 */
export const shakeSdk: Plugin = {
  name: "shake-sdk",
  setup(build) {
    const paths = Object.keys(unreached).map((path) => path.replace(/[./]/g, "\\$&"));
    build.onResolve({ filter: new RegExp(`^(?:${paths.join("|")})$`) }, ({ path, resolveDir }) => {
      return { path, namespace: "unreached", pluginData: resolveDir };
    });
    build.onLoad({ filter: /.*/, namespace: "unreached" }, ({ path, pluginData }) => {
      return { contents: unreached[path] ?? "", resolveDir: pluginData };
    });
    build.onResolve({ filter: /^@aws-sdk\/nested-clients\/(?:sts|sso-oidc|signin)$/ }, ({ path, kind }) => {
      return kind === "dynamic-import" ? { path, namespace: "read-late" } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: "read-late" }, ({ path }) => {
      return { contents: readLate[path] ?? "", resolveDir: root };
    });
    build.onLoad({ filter: schemas }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = pure(namedErrors.test(path) ? withoutRegistered(text) : text);
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

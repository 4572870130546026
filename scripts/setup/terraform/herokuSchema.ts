import type { Block } from "./publishedSchema";

/**
 * The resources of Heroku's provider that we write. No package carries its schema, so it stands here, as
 * `heroku/resource_heroku_*.go` of heroku/terraform-provider-heroku 5.3.2 declares it.
 */
export const herokuResources: Readonly<Record<string, Block>> = {
  heroku_app: resource({
    required: { name: "string", region: "string" },
    optional: { space: "string", stack: "string", internal_routing: "bool", acm: "bool" },
    lists: ["buildpacks"],
    maps: ["config_vars", "sensitive_config_vars"],
    computed: { generation: "string", git_url: "string", web_url: "string", heroku_hostname: "string", uuid: "string" },
    computedMaps: ["all_config_vars"],
    blocks: {
      organization: {
        min: 0,
        block: resource({ required: { name: "string" }, optional: { locked: "bool", personal: "bool" } }),
      },
    },
  }),
  heroku_addon: resource({
    required: { app_id: "string", plan: "string" },
    optional: { name: "string" },
    maps: ["config"],
    computed: { provider_id: "string" },
    computedLists: ["config_vars"],
    computedMaps: ["config_var_values"],
  }),
  heroku_addon_attachment: resource({
    required: { app_id: "string", addon_id: "string" },
    optional: { name: "string", namespace: "string" },
  }),
  heroku_app_config_association: resource({
    required: { app_id: "string" },
    maps: ["vars", "sensitive_vars"],
  }),
  heroku_app_feature: resource({ required: { app_id: "string", name: "string" }, optional: { enabled: "bool" } }),
  heroku_build: resource({
    required: { app_id: "string" },
    lists: ["buildpacks"],
    computed: {
      output_stream_url: "string",
      release_id: "string",
      slug_id: "string",
      stack: "string",
      status: "string",
      uuid: "string",
      local_checksum: "string",
    },
    blocks: {
      source: {
        min: 1,
        block: resource({ optional: { checksum: "string", path: "string", url: "string", version: "string" } }),
      },
    },
  }),
  heroku_domain: resource({
    required: { hostname: "string", app_id: "string" },
    optional: { sni_endpoint_id: "string" },
    computed: { cname: "string" },
  }),
  heroku_formation: resource({
    required: { app_id: "string", type: "string", quantity: "number", size: "string" },
  }),
};

type Plain = "string" | "number" | "bool";

interface Declared {
  readonly required?: Readonly<Record<string, Plain>>;
  readonly optional?: Readonly<Record<string, Plain>>;
  readonly computed?: Readonly<Record<string, Plain>>;
  readonly lists?: readonly string[];
  readonly maps?: readonly string[];
  readonly computedLists?: readonly string[];
  readonly computedMaps?: readonly string[];
  /** Each at most once. */
  readonly blocks?: Readonly<Record<string, { readonly min: 0 | 1; readonly block: Block }>>;
}

function resource(declared: Declared): Block {
  const { required = {}, optional = {}, computed = {}, blocks = {} } = declared;
  const { lists = [], maps = [], computedLists = [], computedMaps = [] } = declared;
  const flagged = (types: Readonly<Record<string, Block["attributes"][string]["type"]>>, flag: string) =>
    Object.entries(types).map(([name, type]) => [
      name,
      { type, required: flag === "required", optional: flag === "optional", computed: flag === "computed" },
    ]);
  const all = (names: readonly string[], type: "list" | "map") =>
    Object.fromEntries(names.map((name) => [name, [type, "string"] as const]));
  return {
    attributes: Object.fromEntries([
      ...flagged(required, "required"),
      ...flagged({ ...optional, ...all(lists, "list"), ...all(maps, "map") }, "optional"),
      ...flagged({ id: "string", ...computed }, "computed"),
      ...flagged({ ...all(computedLists, "list"), ...all(computedMaps, "map") }, "computed"),
    ]),
    block_types: Object.fromEntries(
      Object.entries(blocks).map(([name, { min, block }]) => [
        name,
        { nesting_mode: "list", block, min_items: min, max_items: 1 },
      ]),
    ),
  };
}

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { herokuResources } from "./herokuSchema";
import { type Block, publishedSchema } from "./publishedSchema";
import { checkedTypes } from "./types";

interface Schemas {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: Block }>>;
}

/**
 * Writes `NAME/schema.json` for each provider, in the form of `tofu providers schema -json`.
 * @param packages the folder `node_modules/@cdktf`
 * @returns the names of the providers
 */
export async function writeSchemas(packages: string, folder: string): Promise<readonly string[]> {
  const schemas: Record<string, Schemas> = {
    heroku: {
      provider: { block: { attributes: {}, block_types: {} } },
      resource_schemas: Object.fromEntries(Object.entries(herokuResources).map(([type, block]) => [type, { block }])),
      data_source_schemas: {},
    },
  };
  for (const [name, { resources, data }] of Object.entries(checkedTypes)) {
    const library = join(packages, `provider-${name}`, "lib");
    const all = (types: readonly string[], before: string) =>
      Promise.all(
        types.map(async (type) => [type, { block: await read(library, before + ofType(name, type)) }] as const),
      );
    schemas[name] = {
      provider: { block: await read(library, "provider") },
      resource_schemas: Object.fromEntries(await all(resources, "")),
      data_source_schemas: Object.fromEntries(await all(data, `data-${name}-`)),
    };
  }
  for (const [name, schema] of Object.entries(schemas)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "schema.json"), JSON.stringify(schema));
  }
  return Object.keys(schemas).sort();
}

const ofType = (provider: string, type: string): string => type.slice(provider.length + 1).replaceAll("_", "-");

/** The source that a compiled file carries within itself. */
async function read(library: string, module: string): Promise<Block> {
  const file = join(library, module, "index.js");
  if (!existsSync(file)) throw new Error(`The package has no ${module}: is its type's name right?`);
  const [, encoded = ""] =
    /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(await readFile(file, "utf8")) ?? [];
  const map: { readonly sourcesContent?: readonly string[] } = JSON.parse(Buffer.from(encoded, "base64").toString());
  try {
    return publishedSchema(map.sourcesContent?.[0] ?? "");
  } catch (error) {
    throw new Error(`The schema of ${module} cannot be read.`, { cause: error });
  }
}

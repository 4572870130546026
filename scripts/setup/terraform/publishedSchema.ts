/** A type as OpenTofu writes it in JSON: `"string"`, `["list", "string"]`. */
type Type = string | readonly [string, Type] | readonly ["object", Readonly<Record<string, Type>>];

interface Attribute {
  readonly type: Type;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

interface Nested {
  readonly nesting_mode: "single" | "list" | "set";
  readonly block: Block;
  readonly min_items: number;
  readonly max_items: number;
}

export interface Block {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly block_types: Readonly<Record<string, Nested>>;
}

/** What one class of the source says: the comment above each attribute, and what it is written as. */
interface Written {
  readonly flags: Omit<Attribute, "type">;
  readonly text: string;
}

/**
 * The schema of a resource, a data source or a provider, as the packages of `@cdktf` have it: their source is made from
 * what the provider publishes, with the flags of each attribute in a comment above it.
 * @param source TypeScript of one such file
 */
export function publishedSchema(source: string): Block {
  const classes = new Map([...source.matchAll(/^export class (\w+) [\s\S]*?^}$/gm)].map((each) => [each[1], each[0]]));
  const main = /^export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider) /m.exec(source)?.[1] ?? "";
  const classText = (wanted: string): string => classes.get(wanted) ?? "";

  const block = (className: string, forms: string): Block => {
    const form = formsIn(forms);
    const attributes: Record<string, Attribute> = {};
    const blocks: Record<string, Nested> = {};
    const written = writtenIn(classText(className));
    // The blocks of a provider's own settings have no class: nothing reads them back.
    const all = written.size > 0 ? written : new Map([...form.keys()].map((key) => [key, free] as const));
    for (const [attribute, { flags, text }] of all) {
      const { isBlock = false, type = "", storage = "" } = form.get(attribute) ?? {};
      if (!isBlock) {
        attributes[attribute] = { type: typeOf(text, storage, flags), ...flags };
        continue;
      }
      const struct = type === "struct" ? storage : storage.replace(/List$/, "");
      const mode = type === "set" ? "set" : type === "list" ? "list" : "single";
      const single = mode === "single" || text.includes(`new ${struct}OutputReference(`);
      blocks[attribute] = {
        nesting_mode: mode,
        block: block(`${struct}OutputReference`, functionIn(source, struct)),
        min_items: flags.required && mode !== "single" ? 1 : 0,
        max_items: single && mode !== "single" ? 1 : 0,
      };
    }
    return { attributes, block_types: blocks };
  };

  const typeOf = (text: string, storage: string, flags: Omit<Attribute, "type">): Type => {
    for (const [pattern, type] of kinds) if (pattern.test(text)) return type;
    const [, inner, set] = /new (\w+?)List\(this, "\w+", (true|false)\)/.exec(text) ?? [];
    // An object that may be written as a value: what of it may be left out, the source does not say.
    if (flags.optional || flags.required) return plain[storage] ?? "dynamic";
    if (inner !== undefined) return [set === "true" ? "set" : "list", objectOf(inner)];
    const [, single] = /new (\w+)OutputReference\(/.exec(text) ?? [];
    return single === undefined ? (plain[storage] ?? "dynamic") : objectOf(single);
  };

  const objectOf = (struct: string): Type => {
    const fields = writtenIn(classText(`${struct}OutputReference`));
    return [
      "object",
      Object.fromEntries([...fields].map(([field, { flags, text }]) => [field, typeOf(text, "", flags)])),
    ];
  };

  if (!classes.has(main)) throw new Error("There is no class to read a schema from.");
  return block(main, classText(main));
}

const free: Written = { flags: { required: false, optional: true, computed: false }, text: "" };

const kinds: readonly (readonly [RegExp, Type])[] = [
  [/\.getStringAttribute\(/, "string"],
  [/\.getNumberAttribute\(/, "number"],
  [/\.getBooleanAttribute\(/, "bool"],
  [/tolist\(this\.getListAttribute\(/, ["set", "string"]],
  [/\.getListAttribute\(/, ["list", "string"]],
  [/tolist\(this\.getNumberListAttribute\(/, ["set", "number"]],
  [/\.getNumberListAttribute\(/, ["list", "number"]],
  [/\.getStringMapAttribute\(|new cdktf\.StringMap\(/, ["map", "string"]],
  [/\.getBooleanMapAttribute\(|new cdktf\.BooleanMap\(/, ["map", "bool"]],
  [/\.getNumberMapAttribute\(|new cdktf\.NumberMap\(/, ["map", "number"]],
];

/** A provider's own settings are not read back, so their type stands in another place. */
const plain: Readonly<Record<string, Type>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  stringList: ["list", "string"],
  stringMap: ["map", "string"],
};

function writtenIn(text: string): ReadonlyMap<string, Written> {
  const starts = /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;
  const found = [...text.matchAll(starts)];
  return new Map(
    found.map(([, name = "", computed, optional, required], index) => {
      const flags = { required: required === "true", optional: optional === "true", computed: computed === "true" };
      return [name, { flags, text: text.slice(found[index]?.index, found[index + 1]?.index ?? text.length) }];
    }),
  );
}

function formsIn(text: string) {
  const form = /^ +(\w+): {\n +value: .*,\n +isBlock: (true|false),\n +type: "(\w+)",\n +storageClassType: "(\w+)",$/gm;
  return new Map(
    [...text.matchAll(form)].map(([, name = "", isBlock, type, storage]) => [
      name,
      { isBlock: isBlock === "true", type, storage },
    ]),
  );
}

/** The function that writes a nested block as HCL. */
function functionIn(source: string, struct: string): string {
  const name = `${struct.charAt(0).toLowerCase()}${struct.slice(1)}ToHclTerraform`;
  const start = source.indexOf(`export function ${name}(`);
  if (start < 0) throw new Error(`There is no function ${name} to read a schema from.`);
  return source.slice(start, source.indexOf("\n}\n", start));
}

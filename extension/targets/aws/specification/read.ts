import type { SpecificationData, TypeData } from "./data";

/** What changing a property does to the resource. */
export type UpdateBehaviour = "mutable" | "conditional" | "immutable";

export type PropertyType =
  | { readonly kind: "string" | "integer" | "number" | "boolean" | "json" | "tag" }
  | { readonly kind: "list" | "map"; readonly element: PropertyType }
  | { readonly kind: "object"; readonly definition: number }
  | { readonly kind: "union"; readonly members: readonly PropertyType[] };

export interface PropertySpecification {
  readonly type: PropertyType;
  readonly required: boolean;
  readonly update: UpdateBehaviour;
}

export interface ResourceSpecification {
  readonly properties: ReadonlyMap<string, PropertySpecification>;
  /** Names for `Fn::GetAtt`, dotted ones included. */
  readonly attributes: readonly string[];
  readonly tagProperty: string | undefined;
  /** The properties or attributes whose values `Ref` gives. */
  readonly identifiers: readonly string[];
  /** Paths below properties whose change replaces the resource. */
  readonly replacementPaths: readonly string[];
}

export interface Specification {
  readonly version: string;
  /** The specification of a resource type; undefined for a type that AWS does not publish. */
  type(name: string): ResourceSpecification | undefined;
  /** The properties of a nested definition. */
  definition(number: number): ReadonlyMap<string, PropertySpecification>;
}

const KINDS = { s: "string", i: "integer", n: "number", b: "boolean", j: "json", t: "tag" } as const;

function isPrimitive(letter: string): letter is keyof typeof KINDS {
  return Object.hasOwn(KINDS, letter);
}

function parseType(code: string, at: number): { type: PropertyType; end: number } {
  const letter = code.charAt(at);
  if (letter === "[" || letter === "{") {
    const { type: element, end } = parseType(code, at + 1);
    return { type: { kind: letter === "[" ? "list" : "map", element }, end };
  }
  if (letter === "#") {
    const semicolon = code.indexOf(";", at);
    return { type: { kind: "object", definition: Number(code.slice(at + 1, semicolon)) }, end: semicolon + 1 };
  }
  if (letter === "(") {
    const members: PropertyType[] = [];
    let end = at;
    do {
      const member = parseType(code, end + 1);
      members.push(member.type);
      end = member.end;
    } while (code.charAt(end) === "|");
    return { type: { kind: "union", members }, end: end + 1 };
  }
  return { type: { kind: isPrimitive(letter) ? KINDS[letter] : "json" }, end: at + 1 };
}

function parseProperty(code: string): PropertySpecification {
  const { type, end } = parseType(code, 0);
  const flags = code.slice(end);
  const update = flags.includes("=") ? "immutable" : flags.includes("?") ? "conditional" : "mutable";
  return { type, required: flags.includes("!"), update };
}

function parseProperties(encoded: Readonly<Record<string, string>>): ReadonlyMap<string, PropertySpecification> {
  return new Map(Object.entries(encoded).map(([name, code]) => [name, parseProperty(code)]));
}

function parseResource(data: TypeData): ResourceSpecification {
  return {
    properties: parseProperties(data.p),
    attributes: data.a,
    tagProperty: data.t,
    identifiers: data.i ?? [],
    replacementPaths: data.r ?? [],
  };
}

/** Makes the data readable. Types are decoded when first asked for. */
export function readSpecification(data: SpecificationData): Specification {
  const types = new Map<string, ResourceSpecification>();
  const definitions = new Map<number, ReadonlyMap<string, PropertySpecification>>();
  return {
    version: data.version,
    type(name) {
      const known = types.get(name);
      if (known) {
        return known;
      }
      const encoded = Object.hasOwn(data.types, name) ? data.types[name] : undefined;
      if (!encoded) {
        return undefined;
      }
      const type = parseResource(encoded);
      types.set(name, type);
      return type;
    },
    definition(number) {
      const known = definitions.get(number);
      if (known) {
        return known;
      }
      const definition = parseProperties(data.definitions[number] ?? {});
      definitions.set(number, definition);
      return definition;
    },
  };
}

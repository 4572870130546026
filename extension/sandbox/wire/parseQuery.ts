import { validationError } from "./cloudError";

/** A parameter tree of the AWS Query protocol. Lists are `member` maps from numbers to items. */
interface Tree {
  value?: string;
  children: Map<string, Tree>;
}

const MAXIMUM_DEPTH = 16;
const MAXIMUM_PARAMETERS = 10_000;

function insert(root: Tree, key: string, value: string): void {
  const steps = key.split(".");
  if (steps.length > MAXIMUM_DEPTH) {
    throw validationError("The request nests its parameters too deeply.");
  }
  let tree = root;
  for (const step of steps) {
    let child = tree.children.get(step);
    if (!child) {
      child = { children: new Map() };
      tree.children.set(step, child);
    }
    tree = child;
  }
  tree.value = value;
}

/** Typed reading of one structure of a request. Absent and empty values are undefined. */
export class Input {
  constructor(private readonly tree: Tree) {}

  text(name: string): string | undefined {
    return this.tree.children.get(name)?.value;
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    return value === undefined || value === "" ? undefined : value.toLowerCase() === "true";
  }

  has(name: string): boolean {
    return this.tree.children.has(name);
  }

  nested(name: string): Input | undefined {
    const child = this.tree.children.get(name);
    return child && child.children.size > 0 ? new Input(child) : undefined;
  }

  /** Undefined when the list is not given at all; an empty list is sent as `Name=`. */
  list(name: string): readonly Input[] | undefined {
    const members = this.members(name);
    return members?.map((member) => new Input(member));
  }

  texts(name: string): readonly string[] | undefined {
    return this.members(name)?.map((member) => member.value ?? "");
  }

  /** A map from text to text, sent as its entries. Undefined when it is not given. */
  map(name: string): Readonly<Record<string, string>> | undefined {
    const entries = this.tree.children.get(name)?.children.get("entry")?.children;
    const pairs = [...(entries?.values() ?? [])].map(({ children }) => [
      children.get("key")?.value ?? "",
      children.get("value")?.value ?? "",
    ]);
    return entries && Object.fromEntries(pairs);
  }

  private members(name: string): readonly Tree[] | undefined {
    const list = this.tree.children.get(name);
    if (!list) {
      return undefined;
    }
    const entries = [...(list.children.get("member")?.children ?? [])];
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, member]) => member);
  }
}

/** Reads a request body, `application/x-www-form-urlencoded`. Throws a `CloudError` for one beyond the bounds. */
export function parseQuery(body: string): Input {
  const root: Tree = { children: new Map() };
  let count = 0;
  for (const [key, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > MAXIMUM_PARAMETERS) {
      throw validationError("The request has too many parameters.");
    }
    insert(root, key, value);
  }
  return new Input(root);
}

import type { SecretVariable } from "../export/exported";
import { Names } from "../export/names";
import { type Block, type Body, type Code, code, type Expression, hclFile } from "./hcl";

interface Input {
  readonly description: string;
  /** Without one, whoever applies the files has to give a value. */
  readonly default?: Expression;
  readonly sensitive?: true;
}

/** The variables of a module, as they are asked for. */
export class Inputs {
  readonly #inputs = new Map<string, Input>();
  readonly #names = new Names();

  /** What is described in the same words is one variable. @returns the reference to it */
  add(wanted: string, input: Input): Code {
    const known = [...this.#inputs].find(([, { description }]) => description === input.description);
    const name = known?.[0] ?? this.#names.take(wanted, "_");
    this.#inputs.set(name, input);
    return code(`var.${name}`);
  }

  /** `variables.tf`; what has to be given comes first. */
  file(): string {
    const sorted = [...this.#inputs].sort(
      ([a, one], [b, other]) => Number(hasDefault(one)) - Number(hasDefault(other)) || (a < b ? -1 : 1),
    );
    return hclFile(
      sorted.map(([name, input]): Block => {
        const body: Body = {
          description: input.description,
          type: { code: typeof input.default === "number" ? "number" : "string" },
          default: input.default,
          sensitive: input.sensitive,
        };
        return { type: "variable", labels: [name], body };
      }),
    );
  }

  /** What has to be given, under the names that Terraform reads from the environment. */
  required(): readonly SecretVariable[] {
    return [...this.#inputs]
      .filter(([, input]) => !hasDefault(input))
      .map(([name, { description }]) => ({ name: `TF_VAR_${name}`, about: description }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

const hasDefault = (input: Input): boolean => input.default !== undefined;

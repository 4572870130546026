import { whyUnfit } from "../manifest/shape/checkAgainst";
import { type Answer, given, refused } from "./answer";
import type { Package, Parameter, Value } from "./readPackage";

export type Values = { readonly [name: string]: Value };

/** @returns what is wrong with the package's own parameters: a default that its schema does not allow */
export function checkParameters(parameters: NonNullable<Package["parameters"]>): string | undefined {
  for (const [name, parameter] of Object.entries(parameters)) {
    const wrong = whyNot(name, parameter, parameter.default);
    if (wrong !== undefined) return `The package's own default does not fit. ${wrong}`;
  }
  return undefined;
}

/**
 * The value of every parameter: as it was typed, or the default.
 * @param typed `name=value`, as on a command line
 */
export function valuesFor(of: Package, typed: readonly string[]): Answer<Values> {
  const parameters = of.parameters ?? {};
  const values = new Map(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
  for (const pair of typed) {
    const [, name = "", text = ""] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (name === "") return refused(`${pair} is no parameter: write it as name=value.`);
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      const known = Object.keys(parameters).join(", ");
      return refused(`${of.name} has no parameter ${name}. ${known === "" ? "It has none." : `It has: ${known}.`}`);
    }
    const value = valueTyped(parameter, text);
    const wrong = whyNot(name, parameter, value);
    if (wrong !== undefined) return refused(wrong);
    values.set(name, value);
  }
  return given(Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * What a form holds: the value of every parameter, and why one cannot be, by its name. What is not chosen is the default,
 * and what is no parameter is left out.
 */
export function valuesChosen(
  { parameters = {} }: Package,
  chosen: Values,
): { readonly values: Values; readonly wrong: { readonly [name: string]: string } } {
  const all = Object.entries(parameters).map(
    ([name, parameter]) =>
      [name, parameter, (Object.hasOwn(chosen, name) ? chosen[name] : undefined) ?? parameter.default] as const,
  );
  const wrong = all.flatMap(([name, parameter, value]) => {
    const why = whyNot(parameter.title, parameter, value);
    return why === undefined ? [] : [[name, why.replaceAll("`", "")] as const];
  });
  return { values: Object.fromEntries(all.map(([name, , value]) => [name, value])), wrong: Object.fromEntries(wrong) };
}

/** A value as it was typed, of its parameter's type where it can be. */
export function valueTyped({ type }: Parameter, text: string): Value {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function whyNot(name: string, parameter: Parameter, value: Value): string | undefined {
  // Such a value would be read as a reference to whatever component it names.
  if (typeof value === "string" && value.includes("${{")) return `The parameter ${name} must not contain \${{.`;
  return whyUnfit(value, parameter, name);
}

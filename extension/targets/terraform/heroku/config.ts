import type { App, Component, Service } from "../../../manifest/app";
import { isService, sortedComponents } from "../../edges";
import type { Note } from "../../export/exported";
import { Fronts } from "../../export/fronts";
import { type Attributes, fill } from "../../export/template";
import { referencesIn, type Source, sourcesOf } from "../../export/variables";
import type { Process } from "../../heroku/processes";
import type { Generated } from "../generated";
import { type Block, code, type Expression, object, resource, text } from "../hcl";
import type { Inputs } from "../inputs";
import { nameOf } from "../names";
import { appId, storeAttributes, storeLocals } from "./addons";

export interface Config {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

interface Value {
  readonly value: Expression;
  readonly secret: boolean;
}

/**
 * The config vars of all services together, as an app has one set of them. The URL of a store stands there through its
 * attachment and is left out; everything else that Heroku knows is filled in.
 */
export function configOf(
  app: App,
  processes: readonly Process[],
  attached: ReadonlyMap<string, string>,
  inputs: Inputs,
  secrets: Generated,
): Config {
  const vars = new Map<string, Value>();
  const notes: Note[] = [];
  const read = new Set<string>();
  const attributes = attributesOn(app, processes);
  for (const service of sortedComponents(app).filter(isService)) {
    for (const [name, source] of sourcesOf(app, service)) {
      if (isAttached(name, source, attached)) continue;
      const tell = (words: string) => notes.push({ component: service.name, path: source.path, text: words });
      const value = made(app, service, name, source, { attributes, inputs, tell, secrets, read });
      if (value === undefined) continue;
      const known = vars.get(name);
      if (known === undefined) vars.set(name, value);
      else if (JSON.stringify(known) !== JSON.stringify(value)) {
        tell(
          `All processes share ${name}, and another component gives it another value. Give one of them another name.`,
        );
      }
    }
  }
  return { blocks: [...(read.size > 0 ? [storeLocals(read)] : []), ...secrets.blocks, ...association(vars)], notes };
}

/** `DB_URL` of a database that is attached as `DB`. */
function isAttached(name: string, source: Source, attached: ReadonlyMap<string, string>): boolean {
  if (source.kind !== "reference" || source.reference.attribute !== "url") return false;
  const word = attached.get(source.reference.component);
  return word !== undefined && name === `${word}_URL`;
}

interface Making {
  readonly attributes: (component: string) => Attributes;
  readonly inputs: Inputs;
  readonly tell: (words: string) => void;
  readonly secrets: Generated;
  /** The stores whose URL has to be taken to pieces. */
  readonly read: Set<string>;
}

function made(app: App, service: Service, name: string, source: Source, making: Making): Value | undefined {
  if (source.kind === "secret") return { value: secretOf(service, source.secret, making), secret: true };
  const references = referencesIn(source);
  const unknown = references.filter(
    ({ component, attribute }) => making.attributes(component)[attribute] === undefined,
  );
  const words = unknown.map(({ component, attribute }) => `${component}.${attribute}`).join(" and ");
  if (unknown.length > 0) {
    const injected = source.kind === "reference" && source.injected;
    making.tell(`Heroku has no ${words}. ${injected ? "The variable is not set." : `${name} is asked for.`}`);
    if (injected) return undefined;
    const value = making.inputs.add(nameOf(service.name, name), { description: `${name} of ${service.name}.` });
    return { value, secret: false };
  }
  const stores = references.filter(({ component }) => isStore(app.components.get(component)));
  for (const { component } of stores) making.read.add(component);
  const pieces = fill(app, source.kind === "text" ? source.value : [source.reference], making.attributes);
  const value = text(pieces.map((piece) => (typeof piece === "string" ? piece : code(piece.raw))));
  return { value, secret: stores.length > 0 };
}

const isStore = (component: Component | undefined): boolean =>
  component?.type === "postgres" || component?.type === "mysql" || component?.type === "redis";

function secretOf(service: Service, secret: Service["secrets"][number], { inputs, secrets }: Making): Expression {
  if ("from" in secret) {
    const description = `The value of the secret ${secret.from}.`;
    return inputs.add(nameOf(secret.from), { description, sensitive: true });
  }
  return secrets.add([service.name, secret.name], secret.generate.length);
}

/** What is known on Heroku: stores, and the addresses of the process that visitors reach. */
function attributesOn(app: App, processes: readonly Process[]): (component: string) => Attributes {
  const fronts = new Fronts(app);
  const front = processes.find(({ type }) => type === "web")?.service.name;
  return (name) => {
    const component = app.components.get(name);
    if (component === undefined) return {};
    if (isStore(component)) return storeAttributes(component);
    if (component.type === "web") return { port: [String(component.port)] };
    if (component.type !== "load-balancer" || fronts.frontOf(component) !== front) return {};
    const [url, host] = ["url", "host"].map((attribute) =>
      fronts.literalOf({ component: name, attribute, urlencode: false }),
    );
    const own = `trimsuffix(heroku_app.app.web_url, "/")`;
    return {
      url: [url ?? { raw: own }],
      host: [host ?? { raw: `trimprefix(${own}, "https://")` }],
    };
  };
}

function association(vars: ReadonlyMap<string, Value>): readonly Block[] {
  const of = (secret: boolean) => {
    const found = [...vars].filter(([, each]) => each.secret === secret).sort(([a], [b]) => (a < b ? -1 : 1));
    return found.length > 0 ? object(Object.fromEntries(found.map(([name, { value }]) => [name, value]))) : undefined;
  };
  if (vars.size === 0) return [];
  return [
    resource("heroku_app_config_association", "app", { app_id: appId, vars: of(false), sensitive_vars: of(true) }),
  ];
}

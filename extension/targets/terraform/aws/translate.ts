import type { App } from "../../../manifest/app";
import type { Synthesis } from "../../aws/synthesis";
import type { Resource } from "../../aws/template";
import type { Note } from "../../export/exported";
import { Names } from "../../export/names";
import { type Block, type Body, code, type Expression, resource } from "../hcl";
import type { Inputs } from "../inputs";
import { named } from "../named";
import { nameOf } from "../names";
import { bodyOf } from "./bodyOf";
import { Expressions } from "./expressions";
import { hasPolicies } from "./kinds/access";
import { kinds } from "./kinds/all";
import { passwordOf } from "./kinds/secrets";
import { runnerIn, runTaskBlock, runTaskType } from "./runTask";
import { Source } from "./source";

export interface Translation {
  /** The blocks of each file. */
  readonly topics: ReadonlyMap<string, readonly Block[]>;
  readonly notes: readonly Note[];
  /** A script has to run tasks. */
  readonly runsTasks: boolean;
}

/** Turns the template that AWS would get into Terraform's words, resource by resource. Nothing is decided here. */
export function translate(app: App, { template, origins, stackName }: Synthesis, inputs: Inputs): Translation {
  const { Resources: resources, Parameters: parameters = {} } = template;
  const runner = runnerIn(template);
  const there = Object.entries(resources).filter(([id]) => !runner.has(id));
  const taken = new Names();
  const names = new Map(there.map(([id]) => [id, taken.take(snake(id), "_")] as const));
  const notes: Note[] = [];
  const topics = new Map<string, Block[]>();

  const given = (id: string, choose: "ref" | { readonly attribute: string }): Expression | undefined => {
    const kind = kinds[resources[id]?.Type ?? ""];
    const name = names.get(id);
    const found = choose === "ref" ? kind?.ref : kind?.attributes?.[choose.attribute];
    if (kind === undefined || name === undefined || found === undefined) return undefined;
    return typeof found === "string" ? code(`${kind.type}.${name}.${found}`) : found(name);
  };
  const expressions = new Expressions(stackName, {
    ref: (id) => {
      const parameter = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
      if (parameter === undefined) return given(id, "ref");
      return inputs.add(snake(id), { description: parameter.Description });
    },
    attribute: (id, attribute) => given(id, { attribute }),
    password: (id) => {
      const name = names.get(id);
      return name === undefined ? undefined : passwordOf(name);
    },
  });

  const sources = new Map(
    there.map(([id, each]) => {
      const lost = (what: string) => {
        const { component, path } = origins.get(id) ?? { path: app.source([]) };
        const text = `${what} of ${id}, ${each.Type}, has no equivalent in these files.`;
        notes.push(component === undefined ? { path, text } : { component, path, text });
      };
      const words = wordsOf(id, each, resources);
      const naming = (longest: number, ...more: readonly string[]) =>
        named(longest, [app.name, app.environment, ...words, ...more]);
      return [id, new Source(id, names.get(id) ?? id, each, expressions, naming, lost)] as const;
    }),
  );
  const addressOf = (id: string): string[] => {
    const type = resources[id]?.Type === runTaskType ? "terraform_data" : kinds[resources[id]?.Type ?? ""]?.type;
    const name = names.get(id);
    return type === undefined || name === undefined ? [] : [`${type}.${name}`];
  };
  /** What a role may do is there before it is used. */
  const policiesOf = (id: string): string[] => {
    const source = sources.get(id);
    return source?.resource.Type === "AWS::IAM::Role" && hasPolicies(source)
      ? [`aws_iam_role_policy.${source.name}`]
      : [];
  };

  for (const source of sources.values()) {
    const before = (source.resource.DependsOn ?? []).flatMap(addressOf);
    const kind = kinds[source.resource.Type];
    if (source.resource.Type === runTaskType) put(topics, "tasks.tf", [runTaskBlock(source, before)]);
    else if (kind === undefined) source.lost("All");
    else {
      // Names first and tags last, as people write them.
      const { tags, ...own }: Body = { ...kind.also?.(source), ...bodyOf(kind.fields, source.properties, source) };
      const after = [...new Set([...before, ...[...source.references].flatMap(policiesOf)])].sort();
      const body = { ...own, tags, depends_on: after.length > 0 ? after.map(code) : undefined };
      put(topics, kind.topic, [resource(kind.type, source.name, body), ...(kind.beside?.(source) ?? [])]);
    }
  }
  put(topics, "outputs.tf", outputsOf(template, expressions));
  put(topics, "data.tf", [...expressions.data].sort().map(dataBlock));
  for (const name of expressions.missing) notes.push(unresolved(app, name));
  return { topics, notes, runsTasks: there.some(([, { Type }]) => Type === runTaskType) };
}

function put(topics: Map<string, Block[]>, topic: string, blocks: readonly Block[]): void {
  if (blocks.length > 0) topics.set(topic, [...(topics.get(topic) ?? []), ...blocks]);
}

/** `WebTaskRole` gives `web_task_role`; two ids may give the same, and are told apart by a number. */
const snake = (id: string): string => nameOf(id.replaceAll(/(?<=.)[A-Z]/g, "_$&"));

/** What a resource is called: its component alone, where that has no other one of the type. */
function wordsOf(
  id: string,
  { Type, Metadata }: Resource,
  resources: Readonly<Record<string, Resource>>,
): readonly string[] {
  const component = componentOf(Metadata);
  const alike = Object.values(resources).filter(
    (each) => each.Type === Type && componentOf(each.Metadata) === component,
  );
  return component !== undefined && alike.length === 1 ? [component] : snake(id).split("_");
}

function componentOf(metadata: Resource["Metadata"]): string | undefined {
  const own = metadata?.["Stackwright"];
  const component = typeof own === "object" && "component" in own ? own["component"] : undefined;
  return typeof component === "string" ? component : undefined;
}

function outputsOf({ Outputs }: Synthesis["template"], expressions: Expressions): readonly Block[] {
  return Object.entries(Outputs ?? {}).map(([id, { Description, Value }]) => ({
    type: "output",
    labels: [snake(id)],
    body: { description: Description, value: expressions.read(Value, new Set()) },
  }));
}

const dataBlock = (type: string): Block =>
  type === "aws_availability_zones"
    ? { type: "data", labels: [type, "available"], body: { state: "available" } }
    : { type: "data", labels: [type, "current"], body: {} };

function unresolved(app: App, name: string): Note {
  return { path: app.source(["components"]), text: `Nothing in these files is ${name}; null stands in its place.` };
}

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
import { type Sound, soundPartOf } from "./sound";
import { entryOf, isObject, type Kind, list, Source } from "./source";

export interface Translation {
  /** The blocks of each file. */
  readonly topics: ReadonlyMap<string, readonly Block[]>;
  readonly notes: readonly Note[];
  /** A script has to run tasks. */
  readonly runsTasks: boolean;
}

/** Turns the template that AWS would get into Terraform's words, resource by resource. Nothing is decided here. */
export function translate(app: App, { template, origins, stackName }: Synthesis, inputs: Inputs): Translation {
  const { resources, parameters, outputs, broken } = soundPartOf(template);
  const runner = runnerIn(resources);
  const there = Object.entries(resources).filter(([id]) => !runner.has(id));
  const taken = new Names();
  const names = new Map(there.map(([id]) => [id, taken.take(snake(id), "_")] as const));
  const notes: Note[] = [];
  const topics = new Map<string, Block[]>();

  const kindOf = (id: string): Kind | undefined => entryOf(kinds, entryOf(resources, id)?.Type ?? "");
  const given = (id: string, choose: "ref" | { readonly attribute: string }): Expression | undefined => {
    const kind = kindOf(id);
    const name = names.get(id);
    const found = choose === "ref" ? kind?.ref : entryOf(kind?.attributes, choose.attribute);
    if (kind === undefined || name === undefined || found === undefined) return undefined;
    return typeof found === "string" ? code(`${kind.type}.${name}.${found}`) : found(name);
  };
  const expressions = new Expressions(stackName, {
    ref: (id) => {
      const parameter = entryOf(parameters, id);
      if (parameter === undefined) return given(id, "ref");
      return inputs.add(snake(id), { description: String(parameter.Description) });
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
    const type = entryOf(resources, id)?.Type === runTaskType ? "terraform_data" : kindOf(id)?.type;
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
    const before = list(source.resource.DependsOn ?? [])
      .map(String)
      .flatMap(addressOf);
    const kind = kindOf(source.id);
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
  put(topics, "outputs.tf", outputsOf(outputs, expressions));
  put(topics, "data.tf", [...expressions.data].sort().map(dataBlock));
  for (const id of broken)
    notes.push({ path: app.source(["aws", "overrides"]), text: `${id} is no resource any more.` });
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
  const own = isObject(metadata) ? metadata["Stackwright"] : undefined;
  const component = isObject(own) ? own["component"] : undefined;
  return typeof component === "string" ? component : undefined;
}

function outputsOf(outputs: Sound["outputs"], expressions: Expressions): readonly Block[] {
  return outputs.map(([id, { description, value }]) => ({
    type: "output",
    labels: [snake(id)],
    body: { description, value: expressions.read(value, new Set()) },
  }));
}

const dataBlock = (type: string): Block =>
  type === "aws_availability_zones"
    ? { type: "data", labels: [type, "available"], body: { state: "available" } }
    : { type: "data", labels: [type, "current"], body: {} };

function unresolved(app: App, name: string): Note {
  return { path: app.source(["components"]), text: `Nothing in these files is ${name}; null stands in its place.` };
}

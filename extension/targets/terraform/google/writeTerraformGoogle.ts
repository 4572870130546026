import type { App } from "../../../manifest/app";
import { discoverable, sortedComponents } from "../../edges";
import type { Exported, Note } from "../../export/exported";
import { leftOut } from "../../export/notes";
import { stateHint } from "../generated";
import { type Block, code, hclFile, object } from "../hcl";
import { attributeOf, nameOf } from "../names";
import { ignored, random, versionsFile } from "../versions";
import { cacheBlock } from "./cache";
import { hostsOf } from "./container";
import { GoogleContext } from "./context";
import { databaseBlocks } from "./database";
import { terraformGoogleFates } from "./fates";
import { cronBlocks, schedulerAccount } from "./job";
import { backendBlocks, balancerBlocks } from "./loadBalancer";
import { networkBlocks } from "./network";
import { googleRegion } from "./regions";
import { serviceName, webBlocks, workerBlocks } from "./service";

const google = { name: "google", source: "hashicorp/google", version: "~> 6.50" };

/** What has to be switched on in a project that has none of it. */
const apis = [
  "artifactregistry",
  "cloudscheduler",
  "compute",
  "iam",
  "redis",
  "run",
  "secretmanager",
  "servicenetworking",
  "sqladmin",
].map((name) => `${name}.googleapis.com`);

/** An application on Google Cloud, in a network of its own. */
export function writeTerraformGoogle(app: App): Exported {
  const context = new GoogleContext(app, googleRegion(app.region));
  const components = sortedComponents(app);
  const webs = components.flatMap((each) => (each.type === "web" ? [each] : []));
  const crons = components.flatMap((each) => (each.type === "cron" ? [each] : []));
  const called = discoverable(app);
  const names = new Map(
    webs.filter(({ name }) => called.has(name)).map(({ name }) => [name, serviceName(context, name)]),
  );
  const topics: readonly (readonly [string, readonly Block[]])[] = [
    ["network.tf", networkBlocks(context)],
    ["services.tf", [...hostsOf(context, names), ...webs.flatMap((web) => webBlocks(context, web))]],
    ["workers.tf", components.flatMap((each) => (each.type === "worker" ? workerBlocks(context, each) : []))],
    [
      "jobs.tf",
      [...(crons.length > 0 ? [schedulerAccount(context)] : []), ...crons.flatMap((each) => cronBlocks(context, each))],
    ],
    [
      "databases.tf",
      components.flatMap((each) =>
        each.type === "postgres" || each.type === "mysql" ? databaseBlocks(context, each) : [],
      ),
    ],
    ["caches.tf", components.flatMap((each) => (each.type === "redis" ? [cacheBlock(context, each)] : []))],
    [
      "load_balancer.tf",
      [...backendBlocks(context), ...context.balancers.flatMap((each) => balancerBlocks(context, each))],
    ],
  ];
  // What the topics have asked for.
  const shared: typeof topics = [
    ["images.tf", context.images.blocks()],
    ["secrets.tf", [...context.generated.blocks, ...context.secrets.blocks]],
    ["outputs.tf", outputs(context)],
  ];
  const needsRandom = context.generated.blocks.length > 0;
  return {
    files: new Map([
      ["versions.tf", versionsFile(app, needsRandom ? [google, random] : [google], settings(context))],
      ["variables.tf", context.inputs.file()],
      ...[...topics, ...shared].flatMap(([name, blocks]) =>
        blocks.length > 0 ? [[name, hclFile(blocks)] as const] : [],
      ),
      [".gitignore", ignored],
    ]),
    notes: [...leftOut(app, terraformGoogleFates), ...context.notes, ...differences(app)],
    variables: context.inputs.required(),
    next: [
      stateHint,
      "gcloud auth application-default login",
      `gcloud services enable ${apis.join(" ")} --project "$TF_VAR_project"`,
      "tofu init",
      "tofu apply",
    ],
  };
}

function settings({ app, project, region }: GoogleContext): readonly Block[] {
  const own = { application: app.name, environment: app.environment };
  const labels = object(Object.fromEntries([...Object.entries(app.tags).map(label), ...Object.entries(own)]));
  const locals: Block = { type: "locals", labels: [], body: { labels } };
  return [
    locals,
    { type: "provider", labels: ["google"], body: { project, region, default_labels: code("local.labels") } },
  ];
}

/** Google takes lower-case letters, digits, hyphens and underscores, 63 of them, and a letter first in a key. */
function label([key, value]: readonly [string, string]): readonly [string, string] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z\d_-]/g, "_")
      .slice(0, 63);
  return [
    plain(key)
      .replace(/^(?![a-z])/, "x")
      .slice(0, 63),
    plain(value),
  ];
}

function outputs({ balancers }: GoogleContext): readonly Block[] {
  return balancers.flatMap(({ name, routes }): readonly Block[] =>
    routes.length === 0
      ? []
      : [
          {
            type: "output",
            labels: [`${nameOf(name)}_address`],
            body: {
              description: `The address of ${name}, which its DNS records have to lead to.`,
              value: attributeOf("google_compute_global_address", nameOf(name), "address"),
            },
          },
        ],
  );
}

/** What is carried, and yet is not as it is on AWS. */
function differences(app: App): readonly Note[] {
  return sortedComponents(app).flatMap(({ name, type }): readonly Note[] => {
    if (type !== "redis") return [];
    const text = "Within the network Memorystore speaks plain Redis with a password, where AWS has TLS as well.";
    return [{ component: name, path: app.source(["components", name]), text }];
  });
}

import type { App } from "../../../manifest/app";
import { isService, sortedComponents } from "../../edges";
import { attachments } from "../../export/attachments";
import type { Exported, ExportOptions, Note } from "../../export/exported";
import { Fronts } from "../../export/fronts";
import { Names } from "../../export/names";
import { leftOut } from "../../export/notes";
import { herokuYmlOf } from "../../heroku/herokuYml";
import { dynoOf } from "../../heroku/plans";
import { type Process, processesOf } from "../../heroku/processes";
import { unreachable } from "../../heroku/unreachable";
import { Generated, stateHint } from "../generated";
import { type Block, block, code, hclFile, resource } from "../hcl";
import { Inputs } from "../inputs";
import { attributeOf, nameOf } from "../names";
import { ignored, random, versionsFile } from "../versions";
import { addOnBlocks, appId } from "./addons";
import { configOf } from "./config";
import { terraformHerokuFates } from "./fates";

const provider = { name: "heroku", source: "heroku/heroku", version: "~> 5.3" };
/** The folder of what Heroku builds, where all images exist. */
const ready = "app";

/** One app of Heroku, with its add-ons, its config vars, what it is built of and the number of its dynos. */
export function writeTerraformHeroku(app: App, { manifestFolder }: ExportOptions): Exported {
  const inputs = new Inputs();
  const secrets = new Generated();
  const processes = processesOf(app);
  const attached = attachments(app);
  const yml = herokuYmlOf(app, processes);
  const config = configOf(app, processes, attached, inputs, secrets);
  const domains = domainBlocks(app, processes);
  const built = sortedComponents(app).some((each) => isService(each) && typeof each.image !== "string");
  const main = [
    appBlock(app, inputs, domains.length > 0),
    buildBlock(inputs, built ? manifestFolder : ready, config.blocks.filter(isAssociation)),
    ...sticky(processes),
  ];
  const addOns = addOnBlocks(app, attached);
  const files = new Map([
    ["versions.tf", versionsFile(app, secrets.blocks.length > 0 ? [provider, random] : [provider], [])],
    ["main.tf", hclFile([...main, ...formation(processes), ...domains])],
    ...(addOns.length > 0 ? [["addons.tf", hclFile(addOns)] as const] : []),
    ...(config.blocks.length > 0 ? [["config.tf", hclFile(config.blocks)] as const] : []),
    ["variables.tf", inputs.file()],
    ["outputs.tf", hclFile(outputs(domains))],
    [".gitignore", ignored],
    ...[...yml.files].map(([name, text]) => [`${ready}/${name}`, text] as const),
  ]);
  return {
    files,
    notes: [
      ...leftOut(app, terraformHerokuFates),
      ...config.notes,
      ...yml.notes,
      ...unreachable(app, processes),
      ...rotation(app),
    ],
    variables: [
      { name: "HEROKU_API_KEY", about: "A key of the account that the app is to belong to." },
      ...inputs.required(),
    ],
    next: [
      ...(built
        ? [`# What is built needs heroku.yml in the root of its repository:`, `cp -R ${ready}/. "${manifestFolder}"`]
        : []),
      stateHint,
      "tofu init",
      "tofu apply",
      "# New code, later:",
      "tofu apply -replace=heroku_build.app",
    ],
  };
}

/** Heroku's longest name of an app. */
const longestName = 30;

function appBlock(app: App, inputs: Inputs, secure: boolean): Block {
  const name = `${app.name}-${app.environment}`.slice(0, longestName).replace(/-$/, "");
  return resource("heroku_app", "app", {
    name: inputs.add("app_name", {
      description: "The app's name, which nobody else on Heroku may have.",
      default: name,
    }),
    region: inputs.add("region", {
      description: "Heroku's region: us or eu.",
      default: app.region.startsWith("eu-") ? "eu" : "us",
    }),
    stack: "container",
    acm: secure ? true : undefined,
    lifecycle: app.protected ? block({ prevent_destroy: true }) : undefined,
  });
}

const isAssociation = ({ labels }: Block): boolean => labels[0] === "heroku_app_config_association";

/** @param before what has to be set before the first release */
function buildBlock(inputs: Inputs, folder: string, before: readonly Block[]): Block {
  const path = inputs.add("source_path", {
    description: "The folder with heroku.yml and what it builds.",
    default: folder,
  });
  return resource("heroku_build", "app", {
    app_id: appId,
    depends_on: before.length > 0 ? before.map(({ labels }) => code(labels.join("."))) : undefined,
    source: block({ path }),
  });
}

function formation(processes: readonly Process[]): readonly Block[] {
  const services = processes.map(({ service }) => service);
  return processes.map(({ type, service }) =>
    resource("heroku_formation", nameOf(type), {
      app_id: appId,
      type,
      quantity: service.type === "cron" ? 0 : service.scale.min,
      size: dynoOf(service, services),
      depends_on: [code("heroku_build.app")],
    }),
  );
}

function sticky(processes: readonly Process[]): readonly Block[] {
  const wanted = processes.some(({ type, service }) => type === "web" && service.type === "web" && service.sticky);
  return wanted ? [resource("heroku_app_feature", "sticky", { app_id: appId, name: "http-session-affinity" })] : [];
}

function domainBlocks(app: App, processes: readonly Process[]): readonly Block[] {
  const fronts = new Fronts(app);
  const front = processes.find(({ type }) => type === "web")?.service.name;
  const domains = front === undefined ? [] : fronts.domainsOf(front);
  const names = new Names();
  return domains.map((hostname) =>
    resource("heroku_domain", names.take(nameOf(hostname.replace("*", "any")), "_"), { app_id: appId, hostname }),
  );
}

function outputs(domains: readonly Block[]): readonly Block[] {
  const output = (name: string, description: string, value: string): Block => ({
    type: "output",
    labels: [name],
    body: { description, value: code(value) },
  });
  return [
    output("url", "Where the app answers.", attributeOf("heroku_app", "app", "web_url").code),
    ...domains.map(({ labels: [, name = ""], body }) =>
      output(
        `${name}_target`,
        `What the DNS record of ${String(body["hostname"])} leads to.`,
        `heroku_domain.${name}.cname`,
      ),
    ),
  ];
}

/** What is read out of an add-on's URL is as old as the last apply. */
function rotation(app: App): readonly Note[] {
  return sortedComponents(app).flatMap(({ name, type }): readonly Note[] => {
    if (type !== "postgres" && type !== "mysql" && type !== "redis") return [];
    const text =
      "Heroku may give it another host or password. Its URL follows by itself; apply again for what was read out of that.";
    return [{ component: name, path: app.source(["components", name]), text }];
  });
}

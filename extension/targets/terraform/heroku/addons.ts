import type { App, Component } from "../../../manifest/app";
import { sortedComponents } from "../../edges";
import type { Attributes } from "../../export/template";
import { mysqlAddOn, postgresPlan, redisPlan } from "../../heroku/plans";
import { type Block, block, type Code, code, object, resource } from "../hcl";
import { attributeOf, nameOf } from "../names";

export const appId: Code = attributeOf("heroku_app", "app", "id");

/** The name under which Heroku itself attaches the first add-on of a kind. */
const usual: Partial<Readonly<Record<Component["type"], string>>> = {
  postgres: "DATABASE",
  mysql: "JAWSDB",
  redis: "REDIS",
};

/**
 * An add-on for each store, attached under the word that its variables begin with. Heroku gives its own word to the
 * first one of a kind, so one that is to have that word is made before the others.
 */
export function addOnBlocks(app: App, attached: ReadonlyMap<string, string>): readonly Block[] {
  const components = sortedComponents(app);
  const takesUsual = ({ name, type }: Component) => attached.get(name) === usual[type];
  const stores = components.flatMap((component): readonly Block[] => {
    const word = attached.get(component.name);
    const plan = planOf(component);
    if (word === undefined || plan === undefined) return [];
    const name = nameOf(component.name);
    const first = components.find((other) => other.type === component.type && takesUsual(other));
    const after = first === undefined || first === component ? undefined : [code(`heroku_addon.${nameOf(first.name)}`)];
    const version = component.type === "postgres" ? component.version.split(".")[0] : undefined;
    const guarded = "deletionProtection" in component && component.deletionProtection;
    const addOn = resource("heroku_addon", name, {
      app_id: appId,
      plan,
      config: version === undefined ? undefined : object({ version }),
      depends_on: after,
      lifecycle: guarded ? block({ prevent_destroy: true }) : undefined,
    });
    if (takesUsual(component)) return [addOn];
    const addon_id = attributeOf("heroku_addon", name, "id");
    return [addOn, resource("heroku_addon_attachment", name, { app_id: appId, addon_id, name: word })];
  });
  const scheduler = resource("heroku_addon", "scheduler", { app_id: appId, plan: "scheduler:standard" });
  return [...stores, ...(components.some(({ type }) => type === "cron") ? [scheduler] : [])];
}

function planOf(component: Component): string | undefined {
  if (component.type === "postgres") return postgresPlan(component);
  if (component.type === "redis") return redisPlan(component);
  return component.type === "mysql" ? mysqlAddOn : undefined;
}

/** Takes an add-on's URL to pieces: Heroku gives a database as one variable. */
const pattern =
  "^(?P<scheme>[^:]+)://(?P<user>[^:]*):(?P<password>[^@]*)@(?P<host>[^:/]+):(?P<port>[0-9]+)/?(?P<name>[^?]*)";

/** The locals with the URLs of these stores and their pieces, under the stores' names. */
export function storeLocals(stores: Iterable<string>): Block {
  const names = [...stores].sort().map((store) => nameOf(store));
  const urls = names.map((name) => [name, code(`values(heroku_addon.${name}.config_var_values)[0]`)] as const);
  const parts = names.map((name) => [name, code(`regex("${pattern}", local.urls.${name})`)] as const);
  return {
    comment: "Heroku gives a store as one URL. It may change the password; apply again when it has.",
    type: "locals",
    labels: [],
    body: { urls: object(Object.fromEntries(urls)), parts: object(Object.fromEntries(parts)) },
  };
}

/** What a store's attributes stand for; Heroku's users and passwords are letters and digits. */
export function storeAttributes({ name, type }: Component): Attributes {
  const local = nameOf(name);
  const piece = (part: string) => [{ raw: `local.parts.${local}.${part}` }];
  const url = [{ raw: `local.urls.${local}` }];
  if (type === "redis") return { url, host: piece("host"), port: piece("port"), password: piece("password") };
  const all = ["host", "port", "user", "password", "name"].map((part) => [part, piece(part)] as const);
  return { url, ...Object.fromEntries(all) };
}

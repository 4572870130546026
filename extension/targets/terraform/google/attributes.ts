import type { Component } from "../../../manifest/app";
import { databaseName, databaseUser } from "../../databaseNames";
import type { Attributes } from "../../export/template";
import { nameOf } from "../names";
import type { GoogleContext } from "./context";

const engines = { postgres: { scheme: "postgres", port: 5432 }, mysql: { scheme: "mysql", port: 3306 } };

/** What `${{ component.attribute }}` stands for. Passwords are letters, digits and hyphens, so they are safe in a URL. */
export function attributesOf(context: GoogleContext, component: Component): Attributes {
  const name = nameOf(component.name);
  switch (component.type) {
    case "web": {
      // Known beforehand, so that two services may call each other.
      const host = { raw: `local.hosts.${name}` };
      return { url: ["https://", host], host: [host], port: ["443"] };
    }
    case "postgres":
    case "mysql": {
      const { scheme, port } = engines[component.type];
      const host = { raw: `google_sql_database_instance.${name}.private_ip_address` };
      const password = { raw: `google_sql_user.${name}.password` };
      const base = databaseName(context.app.name);
      return {
        url: [`${scheme}://${databaseUser}:`, password, "@", host, `:${port}/${base}`],
        host: [host],
        port: [String(port)],
        user: [databaseUser],
        password: [password],
        name: [base],
      };
    }
    case "redis": {
      const host = { raw: `google_redis_instance.${name}.host` };
      const password = { raw: `google_redis_instance.${name}.auth_string` };
      const port = "6379";
      return { url: ["redis://:", password, "@", host, `:${port}`], host: [host], port: [port], password: [password] };
    }
    case "load-balancer": {
      const domain = component.domains.find((each) => !each.startsWith("*."));
      if (domain !== undefined) return { url: [`https://${domain}`], host: [domain] };
      if (component.routes.length === 0) return {};
      const host = { raw: `google_compute_global_address.${name}.address` };
      return { url: ["http://", host], host: [host] };
    }
    default:
      return {};
  }
}

/** An attribute that must not stand in clear anywhere. */
export const isSecret = (component: Component | undefined, attribute: string): boolean =>
  (component?.type === "postgres" || component?.type === "mysql" || component?.type === "redis") &&
  (attribute === "password" || attribute === "url");

import type { App, Component, ComponentType, Database, LoadBalancer, Redis, Web } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import type { ComponentOf } from "../edges";
import { discoveryName } from "./discovery";
import { engines } from "./engines";
import type { Part, Token } from "./intrinsic";
import { idOf } from "./logicalId";

/** What `${{ component.attribute }}` stands for, by attribute. Whatever is a token is safe in a URL as it is. */
export type Attributes = Readonly<Record<string, readonly Part[]>>;

/** The port of an ElastiCache cluster that names none. */
export const cachePort = 6379;

export function isSecret(parts: readonly Part[]): boolean {
  return parts.some((part) => typeof part !== "string" && part.secret);
}

interface Reader<Type extends ComponentType> {
  read(app: App, component: ComponentOf<Type>): Attributes;
}
const readers: { readonly [Type in ComponentType]: Reader<Type> } = {
  web: { read: webAttributes },
  worker: { read: () => ({}) },
  cron: { read: () => ({}) },
  postgres: { read: databaseAttributes },
  mysql: { read: databaseAttributes },
  redis: { read: cacheAttributes },
  "load-balancer": { read: balancerAttributes },
};

/** The attributes of a component. Tokens marked `secret` may only go through a secret. */
export function attributesOf(app: App, component: Component): Attributes {
  const reader: Reader<ComponentType> = readers[component.type];
  return reader.read(app, component);
}

function webAttributes(app: App, web: Web): Attributes {
  const host = discoveryName(app, web.name);
  return { url: [`http://${host}:${web.port}`], host: [host], port: [String(web.port)] };
}

function cacheAttributes(_: App, redis: Redis): Attributes {
  const host = token(`\${${idOf(redis.name, "ReplicationGroup")}.PrimaryEndPoint.Address}`);
  const password = resolve(idOf(redis.name, "AuthToken"));
  const port = String(cachePort);
  return { url: ["rediss://:", password, "@", host, `:${port}`], host: [host], port: [port], password: [password] };
}

function balancerAttributes(_: App, balancer: LoadBalancer): Attributes {
  const domain = balancer.domains.find((name) => !name.startsWith("*."));
  const host = domain ?? token(`\${${idOf(balancer.name, "LoadBalancer")}.DNSName}`);
  return { url: [balancer.domains.length > 0 ? "https://" : "http://", host], host: [host] };
}

function databaseAttributes(app: App, database: Database): Attributes {
  const { scheme, port } = engines[database.type];
  const host = token(`\${${idOf(database.name, "Instance")}.Endpoint.Address}`);
  const password = resolve(idOf(database.name, "MasterPassword"));
  const name = databaseName(app.name);
  return {
    url: [`${scheme}://${databaseUser}:`, password, "@", host, `:${port}/${name}`],
    host: [host],
    port: [String(port)],
    user: [databaseUser],
    password: [password],
    name: [name],
  };
}

const token = (text: string): Token => ({ token: text });

/** CloudFormation reads the secret when it makes the resource; the value is in no template and no event. */
function resolve(secret: string): Token {
  return { token: `{{resolve:secretsmanager:\${${secret}}:SecretString:password}}`, secret: true };
}

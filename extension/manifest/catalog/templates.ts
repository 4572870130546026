import type { ComponentType } from "../app";
import { t } from "../l10n";

/** A way to begin: a whole manifest, and its shape for a preview that need not read it. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
  /** In the text's order. */
  readonly components: readonly { readonly name: string; readonly type: ComponentType }[];
  /** Connections and routes. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** What a template is called before somebody gives it another name. */
export const templateName = "my-app";

const entrance = `  edge:
    type: load-balancer
    # domain: www.example.com   # With it and its hostedZone: HTTPS, and a redirect to it.
    routes:
      - to: web
`;

const database = `  db:
    type: postgres
    version: "17"
    size: small
`;

const cache = `  cache:
    type: redis
    version: "8"
`;

function whole(...components: readonly string[]): string {
  return `name: ${templateName}\nregion: us-east-1\n\ncomponents:\n${components.join("\n")}`;
}

const web: Template = {
  id: "web",
  title: t`Web service`,
  description: t`A container behind a load balancer`,
  text: whole(
    entrance,
    `  web:
    type: web
    image: nginx:1.29 # Your own image goes here,
    port: 80 # and the port that it listens on.
    healthCheck: { path: / }
`,
  ),
  components: [
    { name: "edge", type: "load-balancer" },
    { name: "web", type: "web" },
  ],
  links: [{ from: "edge", to: "web" }],
};

const webPostgres: Template = {
  id: "web-postgres",
  title: t`Web service with PostgreSQL`,
  description: t`A container, its database, and a load balancer`,
  text: whole(
    entrance,
    `  web:
    type: web
    image: nginx:1.29 # Your own image goes here,
    port: 80 # and the port that it listens on.
    healthCheck: { path: / }
    connections: [db] # Opens the way, and injects DB_URL, DB_HOST, DB_PASSWORD and so on.
`,
    database,
  ),
  components: [...web.components, { name: "db", type: "postgres" }],
  links: [...web.links, { from: "web", to: "db" }],
};

const webWorker: Template = {
  id: "web-worker",
  title: t`Web service with background jobs`,
  description: t`The same image as a web service and a worker, with a database and a cache`,
  text: whole(
    entrance,
    `  web:
    type: web
    image: nginx:1.29 # Your own image goes here,
    port: 80 # and the port that it listens on.
    healthCheck: { path: / }
    connections: [db, cache] # Injects DB_URL, CACHE_URL and so on.
`,
    `  worker:
    type: worker
    image: busybox:1.37 # The same image as above,
    command: [sleep, infinity] # with the command that works off the jobs.
    connections: [db, cache]
`,
    database,
    `${cache}    eviction: noeviction # Jobs must not be dropped.
`,
  ),
  components: [
    ...web.components,
    { name: "worker", type: "worker" },
    { name: "db", type: "postgres" },
    { name: "cache", type: "redis" },
  ],
  links: [
    ...web.links,
    ...["web", "worker"].flatMap((from) => [
      { from, to: "db" },
      { from, to: "cache" },
    ]),
  ],
};

const discourse: Template = {
  id: "discourse",
  title: t`Discourse`,
  description: t`The forum, with its database, its cache and its uploads`,
  text: whole(
    entrance,
    `  web:
    type: web
    image: discourse/discourse:2026.1.4
    port: 80
    cpu: 1
    memory: 2Gi
    connections: [db, cache]
    env:
      DISCOURSE_HOSTNAME: \${{ edge.host }}
      DISCOURSE_DB_SOCKET: "" # The image looks for a local socket otherwise.
      DISCOURSE_DB_HOST: \${{ db.host }}
      DISCOURSE_DB_PORT: \${{ db.port }}
      DISCOURSE_DB_NAME: \${{ db.name }}
      DISCOURSE_DB_USERNAME: \${{ db.user }}
      DISCOURSE_DB_PASSWORD: \${{ db.password }}
      DISCOURSE_REDIS_HOST: \${{ cache.host }}
      DISCOURSE_REDIS_PORT: \${{ cache.port }}
      DISCOURSE_REDIS_PASSWORD: \${{ cache.password }}
      DISCOURSE_REDIS_USE_SSL: true
      DISCOURSE_DEVELOPER_EMAILS: admin@example.com # Who becomes an administrator.
      DISCOURSE_SMTP_ADDRESS: smtp.example.com # Discourse cannot do without a mail server.
      DISCOURSE_SMTP_PORT: 587
      DISCOURSE_SMTP_USER_NAME: discourse
      MIGRATE_ON_BOOT: 0 # preDeploy does it, once.
    secrets:
      DISCOURSE_SMTP_PASSWORD: { from: discourse/smtp } # Has to exist before the first deployment.
    healthCheck: { path: /srv/status, gracePeriod: 600s }
    preDeploy: /etc/runit/1.d/00-ensure-links && rake db:migrate
    volumes:
      shared: /shared # Uploads and backups.
`,
    `${database}    extensions: [hstore, pg_trgm, unaccent, vector]
`,
    `${cache}    eviction: noeviction # Jobs and sessions are in here.
`,
  ),
  components: [...web.components, { name: "db", type: "postgres" }, { name: "cache", type: "redis" }],
  links: [...web.links, { from: "web", to: "db" }, { from: "web", to: "cache" }],
};

export const templates: readonly Template[] = [web, webPostgres, webWorker, discourse];

/** A folder's name as an application's; the template's own where nothing of it can be used. */
export function nameFrom(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return name === "" ? templateName : name;
}

import fc from "fast-check";
import type {
  App,
  Component,
  Connection,
  Database,
  Network,
  Secret,
  Service,
  TemplatePart,
} from "../../extension/manifest/app";
import { app, balancer, cron, database, network, redis, web, worker } from "./fixture";

const serviceNames = ["web", "api", "web-2", "admin-web"] as const;
const workerNames = ["jobs", "mailer"] as const;
const cronNames = ["nightly", "x-ray"] as const;
const dataNames = ["db", "reports", "legacy"] as const;
const cacheNames = ["cache", "queue"] as const;

const sizes = ["nano", "micro", "small", "medium", "large", "xlarge"] as const;
/** Texts that CloudFormation, JSON or a shell could take for something else. */
const odd = [
  "plain",
  "${HOME} and ${!x}",
  'say "so"',
  "back\\slash",
  "line\nbreak",
  "100 %",
  "{{ not mine }}",
  "ünïcode",
  "$",
];

const fargate = fc.constantFrom([0.25, 512], [0.5, 1024], [1, 2048], [4, 8192], [16, 32768]);

function networks(): fc.Arbitrary<Network> {
  const own = fc.record({
    azs: fc.constantFrom(2 as const, 3 as const),
    egress: fc.constantFrom("public" as const, "nat" as const, "natPerAz" as const, "endpoints" as const),
    cidr: fc.constantFrom("10.0.0.0/16", "172.20.4.0/22", "192.168.0.0/20"),
  });
  const vpc = {
    id: "vpc-0123456789abcdef0",
    publicSubnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    privateSubnets: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
  };
  return fc.oneof({ weight: 4, arbitrary: own.map(network) }, { weight: 1, arbitrary: fc.constant(network({ vpc })) });
}

function databases(name: string): fc.Arbitrary<Database> {
  const type = fc.constantFrom("postgres" as const, "mysql" as const);
  return type.chain((engine) =>
    fc
      .record({
        version:
          engine === "postgres" ? fc.constantFrom("14", "15", "16", "17", "18", "17.7") : fc.constantFrom("8.0", "8.4"),
        size: fc.oneof(fc.constantFrom(...sizes), fc.constant("db.r7g.large")),
        storage: fc.constantFrom(5, 20, 200),
        maxStorage: fc.option(fc.constantFrom(21, 100, 1000), { nil: undefined }),
        highAvailability: fc.boolean(),
        retentionDays: fc.constantFrom(0, 1, 35),
        window: fc.option(fc.constantFrom("02:00-03:00", "23:30-00:00", "22:00-21:00"), { nil: undefined }),
        extensions: fc.subarray(["vector", "uuid-ossp", "pg_trgm"]),
        deletionProtection: fc.boolean(),
        onDelete: fc.constantFrom("snapshot" as const, "retain" as const, "delete" as const),
      })
      .map(({ retentionDays, window, maxStorage, extensions, ...rest }) =>
        database(name, {
          ...rest,
          type: engine,
          extensions: engine === "postgres" ? extensions : [],
          backup: { retentionDays, ...(window !== undefined && { window }) },
          ...(maxStorage !== undefined && { maxStorage }),
        }),
      ),
  );
}

type Shared = Pick<
  Service,
  | "cpu"
  | "memory"
  | "env"
  | "secrets"
  | "connections"
  | "volumes"
  | "image"
  | "command"
  | "architecture"
  | "spot"
  | "exec"
  | "logs"
>;

/** `peers` are what it may speak to, by their type. */
function shared(
  peers: readonly Component[],
  balancers: readonly string[],
): fc.Arbitrary<Shared & { preDeploy?: readonly string[] }> {
  const references = peers.flatMap((peer) =>
    attributes(peer).map((attribute) => ({ component: peer.name, attribute })),
  );
  const open = [
    ...references,
    ...balancers.flatMap((name) => ["url", "host"].map((attribute) => ({ component: name, attribute }))),
  ];
  const reference: fc.Arbitrary<TemplatePart> =
    open.length === 0
      ? fc.constantFrom(...odd)
      : fc.tuple(fc.constantFrom(...open), fc.boolean()).map(([one, urlencode]) => ({ ...one, urlencode }));
  const part = fc.oneof(fc.constantFrom(...odd), reference);
  const value = fc.array(part, { minLength: 1, maxLength: 4 }).map(joined);
  return fc
    .record({
      size: fargate,
      env: fc.uniqueArray(fc.tuple(fc.constantFrom("A", "B_1", "lower", "PATH_X", "_"), value), {
        selector: ([name]) => name,
      }),
      secrets: fc.subarray([
        { name: "SECRET_KEY", generate: { length: 64 } },
        { name: "SMTP_PASSWORD", generate: { length: 8 } },
        { name: "BY_NAME", from: "shop/smtp" },
        { name: "PARAMETER", from: "arn:aws:ssm:eu-west-1:111122223333:parameter/shop/smtp" },
        { name: "BY_ARN", from: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf" },
        { name: "FIELD", from: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf:password::" },
      ]),
      to: fc.subarray([...peers]),
      volumes: fc.subarray([
        { name: "uploads", path: "/uploads" },
        { name: "a-b", path: "/a/b" },
      ]),
      image: fc.constantFrom("nginx:1.29", "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app@sha256:0f"),
      architecture: fc.constantFrom("x86_64" as const, "arm64" as const),
      spot: fc.boolean(),
      exec: fc.boolean(),
      logs: fc.constantFrom({ retentionDays: 1 }, { retentionDays: 3653 }),
      command: fc.option(fc.constant(["sh", "-c", "exec ${CMD} && echo done"]), { nil: undefined }),
      preDeploy: fc.option(fc.constant(["bin/migrate", "${VERSION}"]), { nil: undefined }),
    })
    .map(({ size, env, to, command, preDeploy, secrets, ...rest }) => ({
      ...rest,
      secrets: secrets as readonly Secret[],
      cpu: size[0] ?? 0,
      memory: size[1] ?? 0,
      env: env.map(([name, parts]) => ({ name, value: parts })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      connections: to.map(
        (peer): Connection => ({ to: peer.name, prefix: peer.name.toUpperCase().replaceAll("-", "_") }),
      ),
      ...(command && { command }),
      ...(preDeploy && { preDeploy }),
    }));
}

function joined(parts: readonly TemplatePart[]): TemplatePart[] {
  return parts.reduce<TemplatePart[]>((sum, part) => {
    const last = sum.at(-1);
    if (typeof part === "string" && typeof last === "string") sum[sum.length - 1] = last + part;
    else sum.push(part);
    return sum;
  }, []);
}

function attributes(peer: Component): string[] {
  if (peer.type === "web") return ["url", "host", "port"];
  if (peer.type === "redis") return ["url", "host", "port", "password"];
  return ["url", "host", "port", "user", "password", "name"];
}

const scales = fc.constantFrom(
  { min: 0, max: 0 },
  { min: 1, max: 1 },
  { min: 0, max: 3 },
  { min: 2, max: 6, cpu: 60, memory: 70 },
  { min: 1, max: 4, cpu: 50, requests: 300 },
);

/** Any application: its fields in all combinations, within what the manifest allows. */
export function anyApp(): fc.Arbitrary<App> {
  const some = <Name extends string>(names: readonly Name[]) => fc.subarray([...names]);
  return fc
    .record({ data: some(dataNames), caches: some(cacheNames), webs: some(serviceNames), network: networks() })
    .chain(({ data, caches, webs, network: net }) =>
      fc
        .tuple(
          fc.tuple(...data.map(databases)),
          fc.tuple(
            ...caches.map((name) =>
              fc
                .record({
                  version: fc.constantFrom("7", "8"),
                  size: fc.oneof(fc.constantFrom(...sizes), fc.constant("cache.r7g.large")),
                  replicas: fc.constantFrom(0, 1, 5),
                  eviction: fc.constantFrom("noeviction", "allkeys-lru", "volatile-ttl"),
                })
                .map((rest) => redis(name, rest)),
            ),
          ),
        )
        .chain(([stores, memories]) => withServices([...stores, ...memories], webs, net)),
    );
}

function withServices(stores: readonly Component[], webs: readonly string[], net: Network): fc.Arbitrary<App> {
  const peers = [...stores, ...webs.map((name) => web(name))];
  const balancers = webs.length > 0 ? ["edge"] : [];
  const route = fc.record({
    to: fc.constantFrom(...(webs.length > 0 ? webs : ["nobody"])),
    path: fc.constantFrom("/", "/api", "/api/", "/api*", "/a/very/long/path"),
    host: fc.option(fc.constantFrom("a.example.com", "*.b.example.com", "example.com"), { nil: undefined }),
    port: fc.constantFrom(8080, 9000),
  });
  const routes = fc
    .uniqueArray(route, { maxLength: 6, selector: ({ host, path }) => `${host} ${path}` })
    .map((all) => all.map(({ host, ...rest }) => ({ ...rest, ...(host !== undefined && { host }) })));
  const edge = fc
    .record({
      routes: webs.length > 0 ? routes : fc.constant([]),
      idleTimeout: fc.constantFrom(1, 60, 4000),
      domains: fc.subarray(["a.example.com", "*.b.example.com", "example.com"]),
      hostedZone: fc.option(fc.constant("Z0123456789ABCDEFGHIJ"), { nil: undefined }),
      certificate: fc.constantFrom(
        "auto",
        "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
      ),
    })
    .map(({ hostedZone, ...rest }) => balancer("edge", { ...rest, ...(hostedZone !== undefined && { hostedZone }) }));
  const services = fc.tuple(
    ...webs.map((name) =>
      fc
        .tuple(shared(peers, balancers), scales, fc.constantFrom({}, { sticky: 1 }, { sticky: 604_800 }))
        .map(([rest, scale, sticky]): Component => web(name, { ...rest, ...sticky, scale })),
    ),
    ...workerNames.map((name) =>
      fc.tuple(shared(peers, balancers), scales).map(([rest, scale]): Component => worker(name, { ...rest, scale })),
    ),
    ...cronNames.map((name) =>
      fc
        .tuple(
          shared(peers, balancers),
          fc.constantFrom("0 3 * * *", "*/5 * 13 * 5"),
          fc.constantFrom("UTC", "Asia/Tokyo"),
        )
        .map(
          ([{ preDeploy: _, ...rest }, schedule, timezone]): Component =>
            cron(name, { ...rest, schedule, timezone, retries: 5 }),
        ),
    ),
  );
  return fc
    .record({
      services,
      edge,
      isProtected: fc.boolean(),
      tags: fc.constantFrom({}, { team: "shop", "cost-center": "42" }),
    })
    .map(({ services: all, edge: entrance, isProtected, tags }) =>
      app([entrance, ...all, ...stores], { network: net, protected: isProtected, tags }),
    );
}

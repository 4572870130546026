import type { Json } from "../../../extension/manifest/edit/operation";
import { type Chosen, levels, list, type Need, type Parameter } from "./parameter";
import { present } from "./present";

/** Decided before what stands on it: whose network it is. */
export const ground: readonly Parameter[] = [
  {
    name: "network",
    covers: ["network.vpc.id", "network.vpc.publicSubnets", "network.vpc.privateSubnets"],
    at: ["network"],
    usually: 0.8,
    levels: levels({
      own: undefined,
      existing: {
        vpc: {
          id: "vpc-0a1b2c3d4e5f67890",
          publicSubnets: ["subnet-0a1b2c3d4e5f67890", "subnet-0a1b2c3d4e5f67891"],
          privateSubnets: ["subnet-0a1b2c3d4e5f67892", "subnet-0a1b2c3d4e5f67893"],
        },
      },
    }),
  },
];

const own: readonly Need[] = [["network", "own"]];
const balanced: readonly Need[] = [["has load-balancer", "yes"]];
const environment = ["environments", "production"] as const;

/** What is around the components, and the load balancer in front of them. */
export const around: readonly Parameter[] = [
  field("name", ["name"], { short: ["shop", "discourse"], long: "a-name-with-as-many-letters-as-it-can-be" }),
  field("region", ["region"], { unset: undefined, set: ["us-east-1", "eu-west-1", "ap-southeast-2"] }),
  field("tags", ["tags"], { unset: undefined, one: { team: "shop" }, several: { team: "a b", "cost:center": "4/2" } }),
  field("environments.*.protected", [...environment, "protected"], { unset: undefined, yes: true, no: false }),
  field("environments.*.account", [...environment, "account"], { unset: undefined, set: "011122223333" }),
  field("environments.*.region", [...environment, "region"], { unset: undefined, set: ["eu-central-1", "us-west-2"] }),
  field("environments.*.components.*", [...environment, "components"], {
    unset: undefined,
    api: { api: { cpu: 1, memory: "4Gi" } },
  }),
  { ...field("network.azs", ["network", "azs"], { unset: undefined, two: 2, three: 3 }), needs: own },
  {
    ...field("network.egress", ["network", "egress"], {
      unset: undefined,
      public: "public",
      nat: "nat",
      natPerAz: "natPerAz",
      endpoints: "endpoints",
    }),
    needs: own,
  },
  {
    ...field("network.cidr", ["network", "cidr"], {
      unset: undefined,
      small: "172.20.4.0/22",
      large: "192.168.0.0/16",
    }),
    needs: own,
  },
  {
    ...field("aws.overrides", ["aws", "overrides"], {
      unset: undefined,
      add: list({ op: "add", path: "/Resources/ApiTaskDefinition/Metadata/Note", value: "more" }),
      move: list(
        { op: "copy", from: "/Description", path: "/Metadata" },
        { op: "remove", path: "/Metadata" },
        { op: "test", path: "/AWSTemplateFormatVersion", value: "2010-09-09" },
      ),
      replace: list(
        { op: "replace", path: "/Description", value: "Another" },
        { op: "add", path: "/Metadata", value: { A: 1 } },
        { op: "move", from: "/Metadata/A", path: "/Metadata/B" },
      ),
    }),
    covers: ["op", "path", "from", "value"].map((key) => `aws.overrides.*.${key}`),
  },
  field("aws.templateBucket", ["aws", "templateBucket"], { unset: undefined, set: "templates-of-ours" }),
  {
    ...field("canvas", ["canvas"], {
      unset: undefined,
      moved: { api: [320, -120.5] },
      full: {
        $locked: true,
        $notes: { why: { text: "Ask first", at: [0, 0], size: [200, 100] } },
        $groups: { edge: { title: "Edge", components: ["api"] } },
      },
    }),
    covers: [
      "canvas.$locked",
      ...["text", "at", "size"].map((key) => `canvas.$notes.*.${key}`),
      ...["title", "components"].map((key) => `canvas.$groups.*.${key}`),
    ],
  },
  ...entrance(),
];

function entrance(): Parameter[] {
  const at = ["components", "edge"] as const;
  const zone = { hostedZone: "Z0123456789ABCDEFGHIJ" };
  const arn = { certificate: "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012" };
  const auto = { certificate: "auto" };
  const one = { domain: "forum.example.com" };
  const several = { domain: ["www.example.com", "example.com", "*.apps.example.com"] };
  return [
    { ...field("load-balancer.type", [...at, "type"], { balancer: "load-balancer" }), needs: balanced },
    {
      // Only together do they make sense: without a domain there is no certificate, and `auto` needs the zone.
      ...field("load-balancer.domain", at, {
        plain: undefined,
        zone: { ...one, ...zone },
        auto: { ...one, ...auto, ...zone },
        arn: { ...one, ...arn },
        arnAndZone: { ...one, ...arn, ...zone },
        severalZone: { ...several, ...zone },
        severalAuto: { ...several, ...auto, ...zone },
        severalArn: { ...several, ...arn },
        severalArnAndZone: { ...several, ...arn, ...zone },
      }),
      covers: ["domain", "certificate", "hostedZone"].map((key) => `load-balancer.${key}`),
      needs: balanced,
    },
    {
      ...field("load-balancer.idleTimeout", [...at, "idleTimeout"], { unset: undefined, short: "1s", long: "4000s" }),
      needs: balanced,
    },
    {
      ...field("load-balancer.routes", [...at, "routes"], {
        all: routes({}),
        path: routes({ path: "/api" }),
        prefix: routes({ path: "/api/*" }),
        host: routes({ host: "api.example.com" }),
        pattern: routes({ host: "*.example.com", path: "/x" }),
        port: routes({ path: "/metrics", port: 9090 }),
        hostAndPort: routes({ host: "admin.example.com", port: 9000 }),
        one: [[{ to: "api" }]],
      }),
      covers: ["to", "path", "host", "port"].map((key) => `load-balancer.routes.*.${key}`),
      needs: balanced,
    },
  ];
}

/** Everything to the web service where there is one, and what `second` describes to the other. */
function routes(second: Readonly<Record<string, Json>>): (chosen: Chosen) => Json {
  return (chosen) => {
    const first = present(chosen, "web") ? "web" : "api";
    return [{ to: first, path: "/" }, ...(Object.keys(second).length > 0 ? [{ to: "api", ...second }] : [])];
  };
}

function field(name: string, at: readonly string[], kinds: Parameters<typeof levels>[0]): Parameter {
  return { name, covers: [name], at, levels: levels(kinds) };
}

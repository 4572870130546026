import type { Json } from "../../../extension/manifest/edit/operation";
import { memoryFor } from "../../../extension/manifest/fargate";
import { type Chosen, levels, list, type Need, type Parameter } from "./parameter";
import { present } from "./present";

/** The names that the generated manifests give their services. */
const names = { web: "web", worker: "jobs", cron: "nightly" } as const;
type ServiceType = keyof typeof names;

const arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop-AbCdEf";
const imageInEcr = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/app";

/** What a web service, a worker and a cron job have in common. */
export function serviceParameters(type: ServiceType): readonly Parameter[] {
  const name = names[type];
  const needs: readonly Need[] = [[`has ${type}`, "yes"]];
  const field = (key: string, kinds: Parameters<typeof levels>[0], covers: readonly string[] = [key]): Parameter => ({
    name: `${type}.${key}`,
    covers: covers.map((each) => `${type}.${each}`),
    at: ["components", name, ...key.split(".")],
    levels: levels(kinds),
    needs,
  });
  return [
    {
      ...field(
        "image",
        {
          public: [{ image: "nginx:1.29" }, { image: "ghcr.io/example/app:1.4.2" }],
          digest: { image: `nginx@sha256:${"0f".repeat(32)}` },
          ecr: { image: `${imageInEcr}:1` },
          built: [
            { build: "." },
            {
              build: {
                context: "./app",
                dockerfile: "Dockerfile.prod",
                target: "run",
                args: { RELEASE: 3, FAST: true },
              },
            },
          ],
        },
        ["image", "build", "build.context", "build.dockerfile", "build.target", "build.args"],
      ),
      // One of two keys, so that both stand beside each other in the component.
      at: ["components", name],
    },
    field("command", {
      unset: undefined,
      text: `exec "$0" && echo \${HOME}`,
      list: list("bin/run", "--port=80", "a b"),
    }),
    field("cpu", { unset: undefined, quarter: 0.25, half: 0.5, one: 1, two: 2, four: 4, eight: 8, sixteen: 16 }),
    field("memory", { unset: undefined, least: memory(type, 0), middle: memory(type, 0.5), most: memory(type, 1) }),
    field("architecture", { unset: undefined, x86: "x86_64", arm: "arm64" }),
    field("spot", { unset: undefined, yes: true, no: false }),
    field("exec", { unset: undefined, yes: true, no: false }),
    field("env", { unset: undefined, plain: plainEnv, references: references(name), secret: secretReferences(name) }),
    field(
      "secrets",
      {
        unset: undefined,
        generated: [{ SESSION_KEY: { generate: {} } }, { SESSION_KEY: { generate: { length: 64 } } }],
        existing: [{ SMTP_PASSWORD: { from: "shop/smtp" } }, { SMTP_PASSWORD: { from: arn } }],
        both: { A_KEY: { generate: { length: 8 } }, B_KEY: { from: `${arn}:password::` } },
      },
      ["secrets.*.generate.length", "secrets.*.from"],
    ),
    field("connections", { unset: undefined, list: connected(name), map: connectedAs(name) }, [
      "connections",
      "connections.*",
      "connections.*.as",
    ]),
    field("volumes", { unset: undefined, one: { uploads: "/uploads" }, two: { a: "/var/a", "b-c": "/b" } }),
    field("logs.retentionDays", {
      unset: undefined,
      short: [1, 3, 5, 7, 14],
      month: [30, 60],
      quarters: [90, 120, 150, 180],
      years: [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
    }),
    { ...field("type", {}), levels: levels({ [type]: type }) },
  ];
}

const plainEnv: Json = {
  EMPTY: "",
  COUNT: 3,
  ON: true,
  // What CloudFormation, JSON or a shell could take for something else.
  ODD: '${HOME} ${!x} "quoted" back\\slash\nline 100 % {{ not mine }} ünïcode $',
};

const data = ["postgres", "mysql", "redis"] as const;
const nameOf = { postgres: "db", mysql: "legacy", redis: "cache" } as const;

const peers = (self: string, chosen: Chosen): readonly string[] => [
  ...data.filter((type) => present(chosen, type)).map((type) => nameOf[type]),
  ...(self === "web" ? [] : present(chosen, "web") ? ["web"] : []),
  "api",
];

const connected =
  (self: string) =>
  (chosen: Chosen): Json => [...peers(self, chosen)];

const connectedAs =
  (self: string) =>
  (chosen: Chosen): Json =>
    Object.fromEntries(
      peers(self, chosen).map((peer, index) => [peer, index % 2 === 0 ? { as: `MY_${peer.toUpperCase()}` } : null]),
    );

const references =
  (self: string) =>
  (chosen: Chosen): Json =>
    Object.fromEntries(
      peers(self, chosen).map((peer) => [
        `AT_${peer.toUpperCase()}`,
        `https://\${{ ${peer}.host }}:\${{ ${peer}.port }}/$x`,
      ]),
    );

const secretReferences =
  (self: string) =>
  (chosen: Chosen): Json =>
    Object.fromEntries(
      peers(self, chosen).map((peer) => [
        `URL_OF_${peer.toUpperCase()}`,
        `\${{ ${peer}.url }}?e=\${{ urlencode(${peer}.url) }}`,
      ]),
    );

/** An amount that goes with the chosen processor share; `at` is 0 for the least and 1 for the most. */
function memory(type: ServiceType, at: number): (chosen: Chosen) => Json {
  const shares: Readonly<Record<string, number>> = {
    quarter: 0.25,
    half: 0.5,
    one: 1,
    two: 2,
    four: 4,
    eight: 8,
    sixteen: 16,
  };
  return (chosen) => {
    const amounts = memoryFor(shares[chosen.get(`${type}.cpu`) ?? ""] ?? 1);
    const amount = amounts[Math.round((amounts.length - 1) * at)] ?? 512;
    return amount % 1024 === 0 ? `${amount / 1024}Gi` : `${amount}Mi`;
  };
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { App } from "../../extension/manifest/app";
import { anyApp } from "../aws/arbitrary";
import { sampleApps } from "../aws/samples";
import { exportAs, read } from "./read";

const cache = join(__dirname, "..", "..", ".cache");
const windows = process.platform === "win32";
const helm = join(cache, "go-tools", windows ? "helm.exe" : "helm");
const python = join(cache, "python", windows ? "Scripts" : "bin", windows ? "python.exe" : "python");
// Where they must be there, their absence is a failure.
const required = process.env["CI"] !== undefined && process.env["CI"] !== "";
const isThere = existsSync(helm) && existsSync(python);
const missing = isThere ? "" : " (helm and kubernetes-validate are not installed: run npm run setup once, with Go)";

type Manifest = { readonly kind: string; readonly metadata: { name?: string; generateName?: string } };

const documents = (text: string): Manifest[] =>
  parseAllDocuments(text, { version: "1.1" }).flatMap((document) => {
    const value: unknown = "toJS" in document ? document.toJS() : undefined;
    return value === null || value === undefined ? [] : [value as Manifest];
  });

/** The objects of the plain manifests; a Job that gets its name when it is created has that of its kind here. */
const plainOf = (app: App): Manifest[] =>
  [...exportAs("kubernetes", app).files]
    .filter(([name]) => name.endsWith(".yaml"))
    .flatMap(([, text]) => documents(text))
    .map(({ metadata: { generateName, ...metadata }, ...rest }) => ({
      ...rest,
      metadata: generateName === undefined ? metadata : { name: generateName.replace(/-$/, ""), ...metadata },
    }));

function inFolder<Result>(files: ReadonlyMap<string, string>, action: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-kubernetes-"));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 26 });

/** What helm makes of the chart with its defaults, hooks included. Throws where its strict linter finds something. */
const chartOf = (app: App): Manifest[] =>
  inFolder(exportAs("helm", app).files, (folder) => {
    run(helm, ["lint", "--strict", "--quiet", join(folder, "chart")]);
    return documents(run(helm, ["template", "release", join(folder, "chart"), "--namespace", "here"]));
  });

/** By Kubernetes' own published schemas, in which nothing may stand that they do not know. */
function problemsOf(all: readonly Manifest[], version: string): readonly string[] {
  const script = `
import json, sys
import kubernetes_validate
for one in json.load(sys.stdin):
    try:
        kubernetes_validate.validate(one, sys.argv[1], strict=True)
    except Exception as error:
        print(one["kind"], one["metadata"]["name"], str(error).splitlines()[0])
`;
  const found = execFileSync(python, ["-c", script, version], {
    encoding: "utf8",
    input: JSON.stringify(all),
    maxBuffer: 2 ** 26,
  });
  return found.split("\n").filter((line) => line !== "");
}

const keyed = (all: readonly Manifest[]) =>
  Object.fromEntries(
    all.map((one) => {
      const { annotations: _, ...metadata } = one.metadata as Record<string, unknown>;
      return [`${one.kind} ${one.metadata.name}`, { ...one, metadata }];
    }),
  );

const random = fc.sample(anyApp(), { numRuns: 40, seed: 7 });

describe.skipIf(!isThere && !required)(`Kubernetes' own schemas and helm${missing}`, () => {
  const samples = sampleApps().map(({ app }) => app);

  it.each(["1.29", "1.37"])(
    "take every sample and applications of all kinds, Kubernetes %s",
    { timeout: 240_000 },
    (version) => {
      expect(problemsOf([...samples, ...random].flatMap(plainOf), version)).toEqual([]);
    },
  );

  it("take every sample and applications of all kinds as a chart, which is the same objects", {
    timeout: 240_000,
  }, () => {
    for (const app of [...samples, ...random]) expect(keyed(chartOf(app))).toEqual(keyed(plainOf(app)));
  });

  it("refuse a value of a chart that nobody reads, and one of the wrong kind", { timeout: 60_000 }, () => {
    const [app] = samples;
    if (app === undefined) throw new Error("There is no sample.");
    inFolder(exportAs("helm", app).files, (folder) => {
      const template = (...set: string[]) => run(helm, ["template", "release", join(folder, "chart"), ...set]);
      expect(() => template("--set", "web.imagee=x")).toThrow(/imagee/);
      expect(() => template("--set", "web.autoscaling.max=many")).toThrow(/autoscaling\/max|autoscaling\.max/);
      expect(template("--set", "web.image=other:2")).toContain('image: "other:2"');
      expect(template("--set", "edge.className=nginx")).toContain('ingressClassName: "nginx"');
    });
  });
});

describe("an application on Kubernetes", () => {
  const objects = (text: string) => keyed(plainOf(read(text)));

  it("has no secret in it, and names a secret in a text by the variable that has it", () => {
    const found = objects(`name: shop
components:
  web: { type: worker, image: shop, env: { URL: "redis://x:\${{ cache.password }}@\${{ cache.host }}", CACHE_PASSWORD: mine } }
  cache: { type: redis }
`);
    const [container] = (
      found["Deployment web"] as never as { spec: { template: { spec: { containers: { env: unknown }[] } } } }
    ).spec.template.spec.containers;
    expect(container?.env).toEqual([
      { name: "CACHE_PASSWORD_2", valueFrom: { secretKeyRef: { name: "shop-secrets", key: "CACHE_PASSWORD" } } },
      { name: "CACHE_PASSWORD", value: "mine" },
      { name: "URL", value: "redis://x:$(CACHE_PASSWORD_2)@cache" },
    ]);
  });

  it("lets only those in who are connected, and whoever comes from outside where a route leads", () => {
    const found = objects(`name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: shop, port: 80, connections: [db] }
  jobs: { type: worker, image: shop }
  db: { type: postgres }
`);
    const rules = (name: string) =>
      (found[`NetworkPolicy ${name}`] as never as { spec: { ingress: unknown } }).spec.ingress;
    expect(rules("web")).toEqual([{ ports: [{ protocol: "TCP", port: 80 }] }]);
    expect(rules("jobs")).toEqual([]);
    expect(rules("db")).toEqual([
      {
        from: [
          {
            podSelector: {
              matchLabels: { "app.kubernetes.io/name": "web", "app.kubernetes.io/instance": "shop-default" },
            },
          },
        ],
        ports: [{ protocol: "TCP", port: 5432 }],
      },
    ]);
  });

  it("gives names that end as Kubernetes wants them, each once", () => {
    const found = Object.keys(objects("name: shop\ncomponents:\n  a: { type: redis }\n  a-: { type: redis }\n"));
    expect(found.filter((key) => key.startsWith("StatefulSet"))).toEqual(["StatefulSet a", "StatefulSet a-2"]);
  });
});

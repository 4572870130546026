import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App } from "../../../extension/manifest/app";
import { anyApp } from "../../aws/arbitrary";
import { exportAs, read, shop } from "../read";
import { type KubernetesObject, objectsIn, valuesAt } from "./objects";

type Labels = Readonly<Record<string, string>>;
type Pods = { readonly metadata: { readonly labels: Labels } };

const manifestOf = (text: string) => objectsIn(exportAs("kubernetes", read(shop(text))).files);
const ofKind = (objects: readonly KubernetesObject[], kind: string) => objects.filter((each) => each.kind === kind);
const podsOf = (object: KubernetesObject): readonly Pods[] => valuesAt(object.spec, "template") as readonly Pods[];
const fits = (selector: Labels, { metadata }: Pods) =>
  Object.entries(selector).every(([key, value]) => metadata.labels[key] === value);

const each = (check: (objects: readonly KubernetesObject[], app: App) => void) =>
  fc.assert(
    fc.property(anyApp(), (app) => check(objectsIn(exportAs("kubernetes", app).files), app)),
    { numRuns: 60 },
  );

describe("the objects of any application, as a cluster takes them", () => {
  it("have names of letters, digits and hyphens that end with no hyphen, each once for its kind", () => {
    each((objects) => {
      const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name ?? metadata.generateName}`);
      expect(new Set(names).size).toBe(names.length);
      for (const { metadata } of objects) expect(metadata.name ?? "job").toMatch(/^[a-z]([a-z\d-]{0,61}[a-z\d])?$/);
    });
  });

  it("lead requests to pods that answer them, and to no Job or cron job", () => {
    each((objects) => {
      const jobs = [...ofKind(objects, "Job"), ...ofKind(objects, "CronJob")].flatMap(podsOf);
      for (const service of ofKind(objects, "Service")) {
        const { selector } = service.spec as { readonly selector: Labels };
        const running = [...ofKind(objects, "Deployment"), ...ofKind(objects, "StatefulSet")];
        expect(running.filter((one) => podsOf(one).some((pods) => fits(selector, pods)))).toHaveLength(1);
        expect(jobs.filter((pods) => fits(selector, pods))).toEqual([]);
      }
    });
  });

  it("scale from one pod at least, with something to go by", () => {
    each((objects) => {
      for (const { spec } of ofKind(objects, "HorizontalPodAutoscaler")) {
        const { minReplicas, maxReplicas, metrics } = spec as {
          readonly minReplicas: number;
          readonly maxReplicas: number;
          readonly metrics: readonly unknown[];
        };
        expect(minReplicas).toBeGreaterThan(0);
        expect(maxReplicas).toBeGreaterThanOrEqual(minReplicas);
        expect(metrics.length).toBeGreaterThan(0);
      }
    });
  });

  it("read no key of the Secret but those that the page tells of, and hold no value of one", () => {
    each((objects, app) => {
      const keys = exportAs("kubernetes", app).variables.map(({ name }) => name);
      const asked = valuesAt(objects, "secretKeyRef") as readonly { readonly key: string }[];
      for (const { key } of asked) expect(keys).toContain(key);
      expect(ofKind(objects, "Secret")).toEqual([]);
    });
  });

  it("name only what is there: disks, scripts, and services behind a route", () => {
    each((objects) => {
      const named = (kind: string) => ofKind(objects, kind).map(({ metadata }) => metadata.name);
      expect(named("PersistentVolumeClaim")).toEqual(expect.arrayContaining([...valuesAt(objects, "claimName")]));
      const scripts = valuesAt(objects, "configMap") as readonly { readonly name: string }[];
      expect(named("ConfigMap")).toEqual(expect.arrayContaining(scripts.map(({ name }) => name)));
      const behind = valuesAt(objects, "service") as readonly { readonly name: string }[];
      expect(named("Service")).toEqual(expect.arrayContaining(behind.map(({ name }) => name)));
    });
  });

  it("have no more rights than they need of the cluster and of their node", () => {
    each((objects) => {
      for (const pods of objects.flatMap(podsOf)) {
        expect(pods).toMatchObject({
          spec: {
            automountServiceAccountToken: false,
            securityContext: { seccompProfile: { type: "RuntimeDefault" } },
          },
        });
        expect(valuesAt(pods, "allowPrivilegeEscalation")).toEqual([false]);
      }
    });
  });
});

describe("an application in a cluster", () => {
  it("names a secret in the middle of a text only after the variable that holds it", () => {
    const [web] = ofKind(
      manifestOf("web: { type: web, image: nginx, port: 80, connections: [db] }\ndb: { type: postgres }"),
      "Deployment",
    );
    const env = valuesAt(web, "env").flat() as readonly { readonly name: string; readonly value?: string }[];
    const url = env.findIndex(({ name }) => name === "DB_URL");
    const [, named] = /\$\((\w+)\)/.exec(env[url]?.value ?? "") ?? [];
    expect(env.slice(0, url).map(({ name }) => name)).toContain(named);
  });

  it("hands text with dollar signs to a container as it was written", () => {
    const [web] = ofKind(
      manifestOf('web: { type: web, image: nginx, port: 80, env: { A: "$$(HOME) $(HOME) a$$b $5" } }'),
      "Deployment",
    );
    const [env] = valuesAt(web, "env") as readonly [readonly { readonly value: string }[]];
    expect(expanded(env[0]?.value ?? "")).toBe("$$(HOME) $(HOME) a$$b $5");
  });

  it("starts from one pod where the manifest starts from none", () => {
    const [scaler] = ofKind(
      manifestOf("worker: { type: worker, image: nginx, scale: { min: 0, max: 3, cpu: 50 } }"),
      "HorizontalPodAutoscaler",
    );
    expect(valuesAt(scaler, "minReplicas")).toEqual([1]);
  });

  it("takes a name that ends with a hyphen", () => {
    const objects = manifestOf("web-: { type: web, image: nginx, port: 80, volumes: { data-: /data } }");
    for (const { metadata } of objects) expect(metadata.name).toMatch(/[a-z]$/);
    for (const name of valuesAt(objects, "name")) expect(name).not.toMatch(/-$/);
  });
});

/** As Kubernetes expands a text without variables: two dollar signs are one, and a name that it does not know stays. */
const expanded = (text: string): string => text.replaceAll("$$", "$");

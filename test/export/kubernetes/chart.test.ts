import { describe, expect, it } from "vitest";
import { shop } from "../read";
import { missingHelm, rendered, skipped } from "./helm";
import { type KubernetesObject, objectsOf, valuesAt } from "./objects";

const manifest = shop(`
my-web:
  type: web
  image: nginx
  port: 80
  connections: [db, cache]
  env:
    END: "the host is \${{ db.host }}"
    BRACES: "{{ .Release.Name }} {{"
    LINES: "a: \${{ db.host }}\\n100% \\"\${{ db.host }}\\"\\n"
db: { type: postgres, extensions: [pg_trgm] }
cache: { type: redis }
`);

const envOf = (objects: readonly KubernetesObject[]): Readonly<Record<string, unknown>> => {
  const web = objects.find(({ kind }) => kind === "Deployment");
  const env = valuesAt(web, "env").flat() as readonly { readonly name: string; readonly value?: string }[];
  return Object.fromEntries(env.map(({ name, value }) => [name, value]));
};
const called = (objects: readonly KubernetesObject[]) =>
  objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe.skipIf(skipped)(`what Helm makes of a chart${missingHelm}`, () => {
  it("has text as it was written, also where it looks like a template or has values in several lines", () => {
    expect(envOf(objectsOf(rendered(manifest)))).toMatchObject({
      BRACES: "{{ .Release.Name }} {{",
      LINES: 'a: db\n100% "db"\n',
      END: "the host is db",
      DB_PORT: "5432",
      DB_URL: "postgres://app:$(DB_PASSWORD)@db:5432/shop",
    });
  });

  it("speaks to a database outside of the cluster, and makes none, where a person says so", () => {
    const outside = ["db.enabled=false", "db.host=pg.example.com", "db.user=owner", "db.database=live"];
    const objects = objectsOf(rendered(manifest, "--set", outside.join(), "--set-string", "db.port=6432"));
    expect(called(objects)).not.toContain("StatefulSet db");
    expect(called(objects)).not.toContain("Service db");
    expect(called(objects)).not.toContain("ConfigMap db-init");
    expect(called(objects)).toContain("StatefulSet cache");
    expect(envOf(objects)).toMatchObject({
      DB_HOST: "pg.example.com",
      DB_PORT: "6432",
      DB_URL: "postgres://owner:$(DB_PASSWORD)@pg.example.com:6432/live",
      LINES: 'a: pg.example.com\n100% "pg.example.com"\n',
    });
  });

  it("keeps a value one text, whatever stands in it", () => {
    const objects = objectsOf(rendered(manifest, "--set-string", 'db.host=a: "b" # {c}'));
    expect(envOf(objects)["DB_URL"]).toBe('postgres://app:$(DB_PASSWORD)@a: "b" # {c}:5432/shop');
  });
});

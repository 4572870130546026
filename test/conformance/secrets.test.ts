import { describe, expect, it } from "vitest";
import type { Template } from "../../extension/targets/aws/template";
import { generatedSubjects, type Subject, sampleSubjects } from "../../scripts/conformance/subjects";

/** What CloudFormation puts in the place of a dynamic reference: the secret's own text. */
const planted = "PLANTED-SECRET";
const reference = "{{resolve:";
const whole = /\{\{resolve:.*?\}\}/g;

const { subjects: generated } = generatedSubjects();
const subjects = [...sampleSubjects(), ...generated];

/** Where a secret's text may stand: in another secret, and in the lock of the store that it opens. */
const allowed = new Set([
  "AWS::SecretsManager::Secret SecretString",
  "AWS::RDS::DBInstance MasterUserPassword",
  "AWS::ElastiCache::ReplicationGroup AuthToken",
]);

/** `type property` for every property that holds the planted text, once CloudFormation has resolved the template. */
function placesOfSecrets(template: Template): string[] {
  const resolved = JSON.parse(JSON.stringify(template).replaceAll(whole, planted)) as Template;
  return Object.values(resolved.Resources).flatMap(({ Type, Properties, ...rest }) => [
    ...Object.entries(Properties ?? {})
      .filter(([, value]) => JSON.stringify(value).includes(planted))
      .map(([key]) => `${Type} ${key}`),
    ...(JSON.stringify(rest).includes(planted) ? [`${Type} beside its properties`] : []),
  ]);
}

const secretsOf = ({ template }: Subject): string[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === "AWS::SecretsManager::Secret")
    .map(([id]) => id);

interface Container {
  readonly Environment?: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets?: readonly { readonly Name: string; readonly ValueFrom: unknown }[];
}

function containersOf(template: Template): Container[] {
  return Object.values(template.Resources).flatMap(({ Type, Properties }) =>
    Type === "AWS::ECS::TaskDefinition" ? (Properties?.["ContainerDefinitions"] as unknown as Container[]) : [],
  );
}

describe("a secret's text", () => {
  it("gets nowhere but into a secret and into the store that it opens", () => {
    const places = new Set(subjects.flatMap(({ template }) => placesOfSecrets(template)));
    expect([...places].filter((place) => !allowed.has(place))).toEqual([]);
    expect([...places].sort()).toEqual([...allowed].sort());
  });

  it("is in no output, and no output names a secret", () => {
    for (const subject of subjects) {
      const outputs = JSON.stringify(subject.template.Outputs);
      expect(outputs, subject.name).not.toContain(reference);
      for (const id of secretsOf(subject)) expect(outputs, subject.name).not.toContain(`"${id}"`);
    }
  });

  it("is in no description, no metadata and nothing else around the resources", () => {
    for (const { name, template } of subjects) {
      const { Resources, Outputs, ...around } = template;
      expect(JSON.stringify(around), name).not.toContain(reference);
      const metadata = Object.values(Resources).map(({ Metadata }) => Metadata);
      expect(JSON.stringify(metadata), name).not.toContain(reference);
    }
  });

  it("is written down nowhere: a template makes secrets up, or puts them together from references", () => {
    for (const { name, template } of subjects) {
      for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
        if (Type !== "AWS::SecretsManager::Secret") continue;
        const text = JSON.stringify(Properties["SecretString"] ?? "");
        if ("GenerateSecretString" in Properties)
          expect(Properties, `${name} ${id}`).not.toHaveProperty("SecretString");
        else expect(text, `${name} ${id}`).toContain(reference);
      }
    }
  });
});

describe("a task", () => {
  const containers = subjects.flatMap(({ template }) => containersOf(template));
  it("is told of passwords by reference, never in its environment", () => {
    const environment = containers.flatMap(({ Environment = [] }) => Environment);
    expect(environment.length).toBeGreaterThan(500);
    expect(environment.filter(({ Value }) => JSON.stringify(Value).includes(reference))).toEqual([]);
    expect(environment.filter(({ Name }) => /(^|_)PASSWORD$/.test(Name))).toEqual([]);
  });

  it("gets a data store's address, which holds the password, as a secret", () => {
    const stores = /^(URL_OF_(DB|LEGACY|CACHE)|(DB|LEGACY|CACHE)_(URL|PASSWORD))$/;
    const names = (list: readonly { readonly Name: string }[] | undefined) => (list ?? []).map(({ Name }) => Name);
    expect(containers.flatMap(({ Environment }) => names(Environment)).filter((name) => stores.test(name))).toEqual([]);
    expect(
      containers.flatMap(({ Secrets }) => names(Secrets)).filter((name) => stores.test(name)).length,
    ).toBeGreaterThan(300);
  });
});

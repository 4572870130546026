import { Names } from "../../export/names";
import { type Block, block, type Code, code, type Expression, object, resource } from "../hcl";
import { nameOf } from "../names";

/** The secrets in Secret Manager. What has the same value is one secret. */
export class Secrets {
  readonly #known = new Map<string, string>();
  readonly #names = new Names();
  readonly #blocks: Block[] = [];

  constructor(readonly named: (...words: readonly string[]) => string) {}

  /** @returns the name of its blocks */
  add(words: readonly string[], value: Expression): string {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = this.#names.take(nameOf(...words), "_");
    this.#known.set(key, name);
    this.#blocks.push(
      resource("google_secret_manager_secret", name, {
        secret_id: this.named(name.replaceAll("_", "-")),
        replication: block({ auto: block({}) }),
      }),
      resource("google_secret_manager_secret_version", name, {
        secret: code(`google_secret_manager_secret.${name}.id`),
        secret_data: value,
      }),
    );
    return name;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }
}

/** A secret as it stands in a container's variables; the version in it makes a new value a new revision. */
export const versionOf = (name: string): Expression =>
  object({
    secret: code(`google_secret_manager_secret.${name}.secret_id`),
    version: code(`google_secret_manager_secret_version.${name}.version`),
  });

/** @param from an expression of such an object */
export const secretSource = (from: string) =>
  block({ secret_key_ref: block({ secret: code(`${from}.secret`), version: code(`${from}.version`) }) });

/** Leave to read these secrets, and no others. */
export function readers(owner: string, account: string, secrets: readonly string[]): readonly Block[] {
  if (secrets.length === 0) return [];
  const ids = secrets.map((name) => code(`google_secret_manager_secret.${name}.secret_id`));
  return [
    resource("google_secret_manager_secret_iam_member", owner, {
      for_each: { call: "toset", with: [ids] },
      secret_id: code("each.value"),
      role: "roles/secretmanager.secretAccessor",
      member: code(`${account}.member`),
    }),
  ];
}

/** What has to be there before a container can start. */
export const readersOf = (owner: string, secrets: readonly string[]): readonly Code[] =>
  secrets.length > 0 ? [code(`google_secret_manager_secret_iam_member.${owner}`)] : [];

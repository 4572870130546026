import type { App } from "../../../manifest/app";
import { sortedComponents } from "../../edges";
import type { Note } from "../../export/exported";
import { Fronts } from "../../export/fronts";
import { Names } from "../../export/names";
import { Generated } from "../generated";
import { type Code, code } from "../hcl";
import { Inputs } from "../inputs";
import { named } from "../named";
import { nameOf } from "../names";
import { Images } from "./images";
import { Secrets } from "./secrets";

/** What everything that is made for a component may need. */
export class GoogleContext extends Fronts {
  readonly inputs = new Inputs();
  readonly generated = new Generated();
  readonly project: Code;
  readonly region: Code;
  readonly secrets: Secrets;
  readonly images: Images;
  readonly notes: Note[] = [];
  readonly #blocks = new Map<string, string>();
  readonly #names = new Names();

  constructor(app: App, region: string) {
    super(app);
    for (const { name } of sortedComponents(app)) this.block(name);
    this.project = this.inputs.add("project", { description: "The id of the project that everything is made in." });
    this.region = this.inputs.add("region", { description: "Google's region.", default: region });
    this.secrets = new Secrets((...words) => this.named(255, ...words));
    this.images = new Images(this);
  }

  /** The name of a block: the component's own, or that of a part of it. Two parts never have the same. */
  block(...words: readonly string[]): string {
    const key = JSON.stringify(words);
    const name = this.#blocks.get(key) ?? this.#names.take(nameOf(...words), "_");
    this.#blocks.set(key, name);
    return name;
  }

  /** `shop-production-web`, as long as a kind of resource lets a name be; what is longer ends with a hash of it. */
  named(longest: number, ...words: readonly string[]): string {
    const all = [this.app.name, this.app.environment, ...words];
    // Another component may be called like a part of this one.
    const taken = words.length > 1 && this.app.components.has(words.join("-"));
    return named(longest, all, taken || all.join("-").length < shortest);
  }

  tell(component: string, key: string, text: string): void {
    const path = this.app.source(["components", component, ...(key === "" ? [] : key.split("."))]);
    this.notes.push({ component, path, text });
  }

  /** The service of Cloud Run or its like, as others refer to it. */
  readonly serviceAccount = (component: string): string => `google_service_account.${nameOf(component)}`;
}

/** A service account's id is at least as long. */
const shortest = 6;

export const network = code("google_compute_network.main.id");

import { readPackage } from "../../../extension/packages/readPackage";
import { parseFromGallery } from "../../../extension/protocol/fromGallery";
import type { PackageDetails, ParameterValues, ToGallery } from "../../../extension/protocol/gallery";
import { draw } from "../../../extension/protocol/picture";
import { hashOf } from "../../../extension/sources/hashOf";
import { estimate } from "../../../extension/targets/aws/price/estimate";
import { detailsOf } from "../../../extension/vscode/gallery/details";
import type { Drawing } from "../../../extension/vscode/gallery/drawing";

const drawing: Drawing = {
  draw,
  prices: {
    of: (manifest, environment) => {
      const app = manifest.appFor(environment);
      return app && { estimate: estimate(app), sizes: () => new Map() };
    },
  },
};

/** Answers the page of packages as the extension does, but for what takes an editor. */
export class GalleryHost {
  /** What the page has asked to be installed. */
  readonly installed: { readonly name: string; readonly values: ParameterValues }[] = [];
  private readonly packages;

  constructor(
    texts: readonly string[],
    private readonly send: (message: ToGallery) => Promise<void>,
  ) {
    this.packages = new Map(
      texts.map((text) => {
        const found = readPackage(text);
        if (!found.ok) throw new Error(found.reason);
        return [found.value.name, { found: found.value, hash: hashOf(text) }];
      }),
    );
  }

  async receive(sent: unknown): Promise<void> {
    const message = parseFromGallery(sent);
    if (message === undefined) throw new Error(`It does not fit the protocol: ${JSON.stringify(sent)}`);
    if (message.type === "ready") await this.list();
    else if (message.type === "open") await this.show(message.name, {});
    else if (message.type === "configure") await this.show(message.name, message.values);
    else if (message.type === "install") this.installed.push({ name: message.name, values: message.values });
  }

  /** As when somebody follows a link. */
  follow(name: string, values: ParameterValues, source?: string): Promise<void> {
    return this.show(name, values, { linked: Object.keys(values), ...(source !== undefined && { source }) });
  }

  private async list(): Promise<void> {
    const all = [...this.packages.values()];
    await this.send({
      type: "packages",
      packages: all.map(({ found: { name, title, description, icon = "" } }) => ({ name, title, description, icon })),
    });
    const prices = all.flatMap((offered) => {
      const price = detailsOf(offered, {}, drawing, this.packages).picture?.price;
      return price ? [[offered.found.name, { idle: price.idle, maximum: price.maximum }] as const] : [];
    });
    await this.send({ type: "prices", prices: Object.fromEntries(prices) });
  }

  private async show(
    name: string,
    values: ParameterValues,
    from: Pick<PackageDetails, "linked" | "source"> = { linked: [] },
  ): Promise<void> {
    const offered = this.packages.get(name);
    if (offered === undefined) throw new Error(`There is no package ${name}.`);
    await this.send({ type: "package", details: { ...detailsOf(offered, values, drawing, this.packages), ...from } });
  }
}

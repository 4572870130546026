import type { Service } from "../../../manifest/app";
import { type Block, block, type Expression, resource, text } from "../hcl";
import { attributeOf, nameOf } from "../names";
import type { GoogleContext } from "./context";

/** Registries that Cloud Run reads by itself. */
const direct = /^(?:docker\.io|(?:[a-z-]+\.)?gcr\.io|[a-z\d-]+-docker\.pkg\.dev)$/;
const privateEcr = /\.dkr\.ecr\.[a-z\d-]+\.amazonaws\.com(?:\.cn)?$/;

/** Where images come from. Another registry is reached through a repository that fetches from it and keeps what it got. */
export class Images {
  readonly #remote = new Set<string>();

  constructor(readonly context: GoogleContext) {}

  /** The image of a service, as Cloud Run can read it. */
  of({ name, image }: Service): Expression {
    const { context } = this;
    if (typeof image !== "string") {
      return context.inputs.add(nameOf(name, "image"), {
        description: `The image of ${name}, built from ${image.context.replace(/\/$/, "")}/${image.dockerfile} and pushed to Artifact Registry.`,
      });
    }
    const [host = "", ...rest] = image.split("/");
    const isHost = rest.length > 0 && /[.:]|^localhost$/.test(host);
    if (!isHost || direct.test(host)) return image;
    if (privateEcr.test(host) || host.includes(":") || !host.includes(".")) {
      context.tell(name, "image", "Cloud Run cannot read this registry. Copy the image to Artifact Registry.");
      return image;
    }
    this.#remote.add(host);
    const { location, repository_id } = {
      location: attributeOf("google_artifact_registry_repository", nameOf(host), "location"),
      repository_id: attributeOf("google_artifact_registry_repository", nameOf(host), "repository_id"),
    };
    return text([location, "-docker.pkg.dev/", context.project, "/", repository_id, `/${rest.join("/")}`]);
  }

  blocks(): readonly Block[] {
    return [...this.#remote].sort().map((host) =>
      resource("google_artifact_registry_repository", nameOf(host), {
        location: this.context.region,
        repository_id: this.context.named(63, host.replaceAll(".", "-")),
        description: `Images of ${host}. A private one needs credentials here.`,
        format: "DOCKER",
        mode: "REMOTE_REPOSITORY",
        remote_repository_config: block({
          docker_repository: block({ custom_repository: block({ uri: `https://${host}` }) }),
        }),
      }),
    );
  }
}

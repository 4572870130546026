import type { App, Component } from "../../manifest/app";
import { type Cloud, isLoopback } from "../cloud";
import { isDeployError } from "../errors";
import type { Host } from "../messages";
import { say } from "../say";
import { loginTo } from "./login";
import { isLoopbackHost, parseReference, type Reference } from "./reference";
import { Repository } from "./registry";

/** Milliseconds for a registry to answer. A plan is worth more now than a digest later. */
const patience = 5_000;

/**
 * The application with each image's tag replaced by the digest that it stands for now, so that a tag that was moved is
 * seen in the plan, and every task of a service runs the same image. What cannot be asked keeps its tag, and is told.
 */
export async function resolveTags(cloud: Cloud, app: App, host: Host, signal?: AbortSignal): Promise<App> {
  const images = new Set<string>();
  for (const component of app.components.values()) {
    if ("image" in component && typeof component.image === "string") images.add(component.image);
  }
  const digests = new Map<string, string>();
  await Promise.all(
    [...images].map(async (image) => {
      const reference = parseReference(image);
      if (reference?.tag === undefined || !isAsked(cloud, reference)) return;
      const digest = await digestOf(cloud, reference, signal).catch((error: unknown) => {
        const reason = isDeployError(error) ? error.failure.message : String(error);
        say(host, "image-unresolved", { image, reason });
        return undefined;
      });
      if (digest !== undefined) digests.set(image, `${image.replace(/:[^:/]*$/, "")}@${digest}`);
    }),
  );
  if (digests.size === 0) return app;
  const components = [...app.components].map(([name, component]) => [name, pinned(component, digests)] as const);
  return { ...app, components: new Map(components) };
}

function pinned(component: Component, digests: ReadonlyMap<string, string>): Component {
  if (!("image" in component) || typeof component.image !== "string") return component;
  return { ...component, image: digests.get(component.image) ?? component.image };
}

/** A simulation fetches no image, so that for it only registries of this machine are asked, as they are for trying this. */
function isAsked(cloud: Cloud, { registry }: Reference): boolean {
  return !isLoopback(cloud.endpoint) || isLoopbackHost(registry);
}

async function digestOf(cloud: Cloud, reference: Reference, signal?: AbortSignal): Promise<string | undefined> {
  const login = await loginTo(cloud, reference.registry);
  const options = { patience, ...(login && { login }), ...(signal && { signal }) };
  const digest = await Repository.of(reference, options).digestOf(reference.tag ?? "");
  if (digest === undefined) throw new Error(`there is no tag ${reference.tag} in ${reference.repository}`);
  return digest;
}

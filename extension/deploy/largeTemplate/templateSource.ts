import type { App } from "../../manifest/app";
import { templateLimit } from "../checkSize";
import type { Cloud } from "../cloud";
import { ensureBucket } from "./ensureBucket";
import { upload } from "./upload";

export type TemplateSource = { readonly TemplateBody: string } | { readonly TemplateURL: string };

/** How CloudFormation is to get a template: with the call up to 51,200 bytes, else from a bucket. */
export async function templateSource(
  cloud: Cloud,
  app: Pick<App, "templateBucket">,
  text: string,
  signal?: AbortSignal,
): Promise<TemplateSource> {
  if (Buffer.byteLength(text) <= templateLimit) return { TemplateBody: text };
  const bucket = app.templateBucket ?? (await ensureBucket(cloud, signal));
  return { TemplateURL: await upload(cloud, bucket, text) };
}

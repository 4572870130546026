import type { Service } from "../../../manifest/app";
import { type Block, type Body, block, type Code, code, resource, text } from "../hcl";
import type { GoogleContext } from "./context";

export interface Volumes {
  readonly volumes: readonly Body[];
  readonly mounts: readonly Body[];
  readonly blocks: readonly Block[];
  readonly ready: readonly Code[];
}

/** A bucket for each volume, which Cloud Run mounts as a folder. It is kept with what is in it. */
export function volumesOf(context: GoogleContext, service: Service): Volumes {
  const account = context.serviceAccount(service.name);
  const all = [...service.volumes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((volume) => ({ ...volume, bucket: context.block(service.name, "files", volume.name) }));
  if (all.length > 0) {
    const text_ = "The files are in a bucket of Cloud Storage: no locks, no owners, and the last writer wins.";
    context.tell(service.name, "volumes", text_);
  }
  return {
    volumes: all.map(({ name, bucket }) => ({
      name,
      gcs: block({ bucket: code(`google_storage_bucket.${bucket}.name`) }),
    })),
    mounts: all.map(({ name, path }) => ({ name, mount_path: path })),
    ready: all.map(({ bucket }) => code(`google_storage_bucket_iam_member.${bucket}`)),
    blocks: all.flatMap(({ name, bucket }) => [
      resource("google_storage_bucket", bucket, {
        name: text([context.project, `-${context.named(30, service.name, name)}`]),
        location: context.region,
        uniform_bucket_level_access: true,
        public_access_prevention: "enforced",
        versioning: block({ enabled: true }),
        lifecycle: block({ prevent_destroy: true }),
      }),
      resource("google_storage_bucket_iam_member", bucket, {
        bucket: code(`google_storage_bucket.${bucket}.name`),
        role: "roles/storage.objectUser",
        member: code(`${account}.member`),
      }),
    ]),
  };
}

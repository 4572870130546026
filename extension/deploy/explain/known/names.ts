import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** What exists already, what is still in use, and what is not there. */
export const names: readonly KnownFailure[] = [
  {
    id: "secret-being-deleted",
    code: "secret-being-deleted",
    matches: /scheduled for deletion/i,
    because: t`a secret of the same name was deleted and still waits for its final deletion`,
    fix: t`Restore it, or delete it at once: aws secretsmanager delete-secret --force-delete-without-recovery.`,
    field: "secrets",
  },
  {
    id: "replacement-name-taken",
    code: "replacement-name-taken",
    matches: /cannot update a stack when a custom-named resource requires replac/i,
    because: t`it would have to be made anew under a name that it still has itself`,
    fix: t`Give it another name, or take the name away, in \`aws.overrides\`.`,
    setting: "aws.overrides",
  },
  {
    id: "bucket-name-taken",
    code: "already-exists",
    matches: /requested bucket name is not available|BucketAlreadyExists|BucketAlreadyOwnedByYou/i,
    because: t`a bucket of this name already exists, and bucket names are shared by all of AWS`,
    fix: t`Choose another name in \`aws.overrides\`, or delete the bucket if it is yours.`,
  },
  {
    id: "already-exists",
    code: "already-exists",
    matches: /already exists|AlreadyExists|is already (in use|taken)|ResourceExistsException|ConflictException.*exist/i,
    because: t`something with its name already exists in this account`,
    fix: t`Delete or rename the one that exists; a stack destroyed earlier may have kept it.`,
  },
  {
    id: "bucket-not-empty",
    code: "not-empty",
    matches: /bucket.*not empty|BucketNotEmpty/i,
    because: t`the bucket is not empty`,
    fix: t`Empty it in the S3 console, all versions included, then do this again.`,
  },
  {
    id: "registry-not-empty",
    code: "not-empty",
    matches: /still contains images|RepositoryNotEmpty/i,
    because: t`the registry still has images in it`,
    fix: t`Delete the images in the ECR console, then do this again.`,
  },
  {
    id: "not-empty",
    code: "not-empty",
    matches: /not empty/i,
    because: t`it is not empty`,
    fix: t`Empty it, then do this again.`,
  },
  {
    id: "export-in-use",
    code: "in-use",
    matches: /Export .* cannot be (deleted|updated) as it is in use/i,
    because: t`another stack uses a value that this one exports`,
    fix: t`Take the import out of the other stack and deploy that first, then do this again.`,
  },
  {
    id: "in-use",
    code: "in-use",
    matches: /is in use|still in use|ResourceInUse|in use by/i,
    because: t`something outside this stack still uses it`,
    fix: t`Find what uses it, remove that, then do this again.`,
  },
];

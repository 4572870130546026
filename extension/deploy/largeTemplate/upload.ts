import { createHash } from "node:crypto";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";

/** Milliseconds. A template has a million bytes at most. */
const patience = 60_000;

/**
 * Puts a template into a bucket of the account, under the hash of what is in it. S3 computes the checksum as well and
 * refuses what has changed on the way; and it refuses a bucket that belongs to another account.
 * @returns the address that CloudFormation reads it at. Throws a `DeployError` when the bucket does not take it.
 */
export async function upload(cloud: Cloud, bucket: string, text: string): Promise<string> {
  const digest = createHash("sha256").update(text).digest();
  const url = addressOf(cloud, bucket, `stackwright/${digest.toString("hex")}.json`);
  const { cloudFormation, identity } = cloud;
  const signer = await cloudFormation.config.signer();
  const request = {
    method: "PUT",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== "" && { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: {
      host: url.host,
      "content-type": "application/json",
      "x-amz-checksum-sha256": digest.toString("base64"),
      "x-amz-content-sha256": digest.toString("hex"),
      "x-amz-expected-bucket-owner": identity.account,
    },
    body: text,
  };
  const signed = await signer.sign(request, { signingService: "s3", signingRegion: identity.region });
  const { host: _, ...headers } = signed.headers;
  const answer = await fetch(url, { method: "PUT", headers, body: text, signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw refusal(bucket, answer.status, await answer.text());
  return url.href;
}

/** The Sandbox is one endpoint for everything, and knows buckets by path. */
function addressOf({ endpoint, identity }: Cloud, bucket: string, key: string): URL {
  if (endpoint !== undefined) return new URL(`/${bucket}/${key}`, endpoint);
  const domain = identity.region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return new URL(`https://${bucket}.s3.${identity.region}.${domain}/${key}`);
}

function refusal(bucket: string, status: number, body: string): DeployError {
  const code = /<Code>([A-Za-z0-9]+)<\/Code>/.exec(body)?.[1] ?? t`HTTP ${status}`;
  return new DeployError({
    code: "template-bucket",
    message: t`The template is too large to be sent with a call, and the bucket ${bucket} did not take it: ${code}.`,
    fix:
      status === 403
        ? t`Whoever deploys needs s3:PutObject and s3:GetObject on ${bucket}, which must belong to this account.`
        : t`Name a bucket of this account and region as \`aws.templateBucket\`.`,
    raw: body.slice(0, 1000),
  });
}

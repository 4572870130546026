import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { t } from "../manifest/l10n";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { explain } from "./explain";
import type { Identity, TargetId } from "./types";

export interface ConnectOptions {
  readonly target: TargetId;
  readonly region: string;
  /** A profile of the AWS configuration files; `AWS_PROFILE` or the default one when absent. Means nothing for the Sandbox. */
  readonly profile?: string;
  /** Needed for the Sandbox. For AWS: the region's own when absent. */
  readonly endpoint?: string;
}

/** The Sandbox asks for a signature, as AWS does, and takes any. */
const sandboxCredentials = { accessKeyId: "sandbox", secretAccessKey: "sandbox" };

/** Milliseconds. A connection that takes longer than this does not come; an answer may. */
const timeouts = { connectionTimeout: 5_000, requestTimeout: 30_000 };

/**
 * Signs in and finds out who that is, before anything else happens.
 * Throws a `DeployError` that says what to do: no credentials, expired ones, no way to the endpoint, no such region.
 */
export async function connect(options: ConnectOptions): Promise<Cloud> {
  const { target, region, endpoint } = options;
  if (target === "sandbox" && endpoint === undefined) {
    throw new DeployError({
      code: "unreachable",
      message: t`The Sandbox is not running.`,
      fix: t`Start it with stackwright sandbox, or let stackwright start it by not giving an endpoint.`,
    });
  }
  const profile = target === "aws" ? (options.profile ?? process.env["AWS_PROFILE"]) || undefined : undefined;
  const configuration = {
    region,
    credentials: target === "sandbox" ? sandboxCredentials : fromNodeProviderChain(profile ? { profile } : {}),
    requestHandler: timeouts,
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  const sts = new STSClient({ ...configuration, maxAttempts: 2 });
  try {
    const caller = await sts.send(new GetCallerIdentityCommand({}));
    const identity: Identity = {
      target,
      account: caller.Account ?? "",
      arn: caller.Arn ?? "",
      region,
      ...(profile ? { profile } : {}),
    };
    const cloudFormation = new CloudFormationClient({ ...configuration, maxAttempts: 5 });
    const watching = new CloudFormationClient({ ...configuration, maxAttempts: 1 });
    const close = () => {
      cloudFormation.destroy();
      watching.destroy();
    };
    return { identity, cloudFormation, watching, close, ...(endpoint === undefined ? {} : { endpoint }) };
  } catch (error) {
    throw new DeployError(explain(error, { region, profile, endpoint }), { cause: error });
  } finally {
    sts.destroy();
  }
}

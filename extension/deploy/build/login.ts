import { GetAuthorizationTokenCommand } from "@aws-sdk/client-ecr";
import type { Cloud } from "../cloud";
import { clientOf } from "../operate/clients";
import type { Login } from "./registry";

/** Where an account's own registry answers, and with which token for twelve hours. Neither is written anywhere. */
export async function ownRegistry(cloud: Cloud): Promise<{ readonly origin: string; readonly login: Login }> {
  const { authorizationData = [] } = await clientOf(cloud, "ecr").send(new GetAuthorizationTokenCommand({}));
  const [data] = authorizationData;
  const [user = "", ...password] = Buffer.from(data?.authorizationToken ?? "", "base64")
    .toString()
    .split(":");
  return { origin: new URL(data?.proxyEndpoint ?? "").origin, login: { user, password: password.join(":") } };
}

/** A registry of Amazon ECR in the same account and region takes the account's token; all others are asked without. */
export async function loginTo(cloud: Cloud, registry: string): Promise<Login | undefined> {
  const { account, region } = cloud.identity;
  return registry === `${account}.dkr.ecr.${region}.amazonaws.com` ? (await ownRegistry(cloud)).login : undefined;
}

import type { App } from "../../../manifest/app";
import { isService } from "../../edges";
import type { Draft } from "../draft";
import { usesExec } from "../exec";
import { ref, sub } from "../intrinsic";
import { networkPlace as place } from "../place";
import { existingSecret } from "../secretReference";
import { noOutbound } from "../securityGroup";
import type { Value } from "../template";

interface Ground {
  readonly name: string;
  readonly cidr: string;
  readonly interfaces: boolean;
  readonly subnets: readonly Value[];
  readonly routeTables: readonly string[];
}

/** What a Fargate task asks of AWS when it starts: its image, its log stream and its secrets. */
const always = { EcrApi: "ecr.api", EcrDocker: "ecr.dkr", Logs: "logs", SecretsManager: "secretsmanager" };

/** What is there, and what some component asks for besides. */
function servicesFor(app: App): Readonly<Record<string, string>> {
  const parameters = [...app.components.values()].some(
    (component) =>
      isService(component) &&
      component.secrets.some(
        (secret) => "from" in secret && existingSecret(secret.from).action === "ssm:GetParameters",
      ),
  );
  return {
    ...always,
    ...(parameters && { Ssm: "ssm" }),
    ...(usesExec(app) && { SsmMessages: "ssmmessages" }),
  };
}

/**
 * The gateway to S3, which costs nothing and takes the layers of images in ECR off the NAT gateway; and, where there is
 * no other way out, an interface to each service that a task needs.
 * @returns the ids
 */
export function addEndpoints(draft: Draft, ground: Ground): string[] {
  const s3 = draft.add(
    place,
    "S3Endpoint",
    "AWS::EC2::VPCEndpoint",
    {
      VpcId: ref("Vpc"),
      VpcEndpointType: "Gateway",
      ServiceName: sub(`com.amazonaws.\${AWS::Region}.s3`),
      RouteTableIds: ground.routeTables.map(ref),
    },
    { name: `${ground.name}-s3` },
  );
  if (!ground.interfaces) return [s3];

  draft.add(
    place,
    "EndpointAccess",
    "AWS::EC2::SecurityGroup",
    {
      GroupDescription: "Endpoints of AWS services",
      VpcId: ref("Vpc"),
      SecurityGroupIngress: [
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: ground.cidr, Description: "HTTPS from this network" },
      ],
      SecurityGroupEgress: noOutbound,
    },
    { name: `${ground.name}-endpoints` },
  );
  const interfaces = Object.entries(servicesFor(draft.app)).map(([id, service]) =>
    draft.add(
      place,
      `${id}Endpoint`,
      "AWS::EC2::VPCEndpoint",
      {
        VpcId: ref("Vpc"),
        VpcEndpointType: "Interface",
        ServiceName: sub(`com.amazonaws.\${AWS::Region}.${service}`),
        PrivateDnsEnabled: true,
        SubnetIds: ground.subnets,
        SecurityGroupIds: [ref("EndpointAccess")],
      },
      { name: `${ground.name}-${service.replace(".", "-")}` },
    ),
  );
  return [s3, ...interfaces];
}

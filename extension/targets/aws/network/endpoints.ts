import type { Draft } from "../draft";
import { ref, sub } from "../intrinsic";
import { networkPlace as place } from "../place";
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
const services = { EcrApi: "ecr.api", EcrDocker: "ecr.dkr", Logs: "logs", SecretsManager: "secretsmanager" };

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
  const interfaces = Object.entries(services).map(([id, service]) =>
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

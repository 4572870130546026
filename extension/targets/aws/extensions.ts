import type { Database } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import type { Context } from "./context";
import { engines } from "./engines";
import { attribute, ref } from "./intrinsic";
import { idOf, type Role } from "./logicalId";
import { addLogGroup, logConfiguration } from "./logs";
import { at } from "./place";
import { addExecutionRole } from "./roles";
import { addTaskRun } from "./runTask";
import { ownSecret } from "./secretReference";
import { anyOutbound } from "./securityGroup";
import { familyOf, fargate } from "./taskDefinition";

const containerName = "psql";

/**
 * Creates a database's extensions before anything uses it: a task with PostgreSQL's own client runs once the instance
 * stands, and again when the list changes or the instance is replaced. An extension that exists is left as it is.
 */
export function addExtensions(context: Context, database: Database): void {
  if (database.extensions.length === 0) return;
  const { app, draft, network } = context;
  const { name, type } = database;
  const { port } = engines[type];
  const place = at(name, "extensions");
  const id = (role: Role) => idOf(name, role);
  const image = `public.ecr.aws/docker/library/postgres:${database.version.split(".")[0]}-alpine`;
  const password = ownSecret(id("MasterPassword"), "password");

  const group = draft.add(
    place,
    id("ExtensionsAccess"),
    "AWS::EC2::SecurityGroup",
    {
      GroupDescription: `Creates the extensions of ${name} of ${app.name} in ${app.environment}`,
      VpcId: network.vpc,
      SecurityGroupEgress: anyOutbound,
    },
    { name: `${app.name}-${app.environment}-${name}-extensions` },
  );
  const rule = draft.add(place, id("ExtensionsIngress"), "AWS::EC2::SecurityGroupIngress", {
    GroupId: ref(id("SecurityGroup")),
    SourceSecurityGroupId: ref(group),
    IpProtocol: "tcp",
    FromPort: port,
    ToPort: port,
    Description: `Creates the extensions of ${name}`,
  });
  const logGroup = addLogGroup(draft, place, id("ExtensionsLogs"));
  const role = addExecutionRole(context, place, id("ExtensionsStartRole"), { image, logGroup, reads: [password] });
  const family = familyOf(`${name}_extensions`);
  const environment = {
    PGCONNECT_TIMEOUT: "30",
    PGDATABASE: databaseName(app.name),
    PGHOST: attribute(id("Instance"), "Endpoint.Address"),
    PGPORT: String(port),
    PGSSLMODE: "require",
    PGUSER: databaseUser,
  };
  draft.add(place, id("ExtensionsTask"), "AWS::ECS::TaskDefinition", {
    Family: { "Fn::Sub": family },
    ...fargate(256, 512, "arm64"),
    ExecutionRoleArn: attribute(role, "Arn"),
    ContainerDefinitions: [
      {
        Name: containerName,
        Image: image,
        Essential: true,
        Command: ["psql", "--set=ON_ERROR_STOP=1", ...[...database.extensions].sort().map(create)],
        Environment: Object.entries(environment).map(([Name, Value]) => ({ Name, Value })),
        Secrets: [{ Name: "PGPASSWORD", ValueFrom: password.valueFrom }],
        LogConfiguration: logConfiguration(logGroup, containerName),
      },
    ],
  });
  addTaskRun(context, place, {
    id: id("Extensions"),
    taskDefinition: id("ExtensionsTask"),
    family,
    roles: [role],
    container: containerName,
    securityGroup: group,
    subnets: network.toolSubnets,
    publicIp: network.toolPublicIp,
    dependsOn: [rule, ...network.wayOut],
  });
}

/** `CASCADE` brings along what an extension itself needs. */
function create(extension: string): string {
  return `--command=CREATE EXTENSION IF NOT EXISTS "${extension}" CASCADE`;
}

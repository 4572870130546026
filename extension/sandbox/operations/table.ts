import { describeTargetGroups, describeTargetHealth } from "../services/balancing";
import { notSupported } from "../wire/cloudError";
import { createChangeSet } from "./createChangeSet";
import { createStack } from "./createStack";
import { deleteChangeSet } from "./deleteChangeSet";
import { deleteStack } from "./deleteStack";
import { describeChangeSet } from "./describeChangeSet";
import { describeEvents } from "./describeEvents";
import { describeStackEvents } from "./describeStackEvents";
import { describeStackResource, describeStackResources, listStackResources } from "./describeStackResources";
import { describeStacks, listExports, listStacks } from "./describeStacks";
import {
  describeStackDriftDetectionStatus,
  describeStackResourceDrifts,
  detectStackDrift,
  detectStackResourceDrift,
} from "./detectDrift";
import { executeChangeSet } from "./executeChangeSet";
import { getCallerIdentity } from "./getCallerIdentity";
import { getTemplate, getTemplateSummary, validateTemplate } from "./inspectTemplate";
import { listChangeSets } from "./listChangeSets";
import type { Operation } from "./operation";
import { cancelUpdateStack, continueUpdateRollback, rollbackStack, updateTerminationProtection } from "./recoverStack";
import { getStackPolicy, setStackPolicy } from "./stackPolicy";
import { updateStack } from "./updateStack";

export interface Api {
  /** What the service's permissions begin with. */
  readonly prefix: string;
  readonly version: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Operations that CloudFormation has and the Sandbox, so far, has not. */
const MISSING = [
  "DescribeAccountLimits",
  "EstimateTemplateCost",
  "GetHookResult",
  "ListImports",
  "SignalResource",
] as const;

function missing(name: string): [string, Operation] {
  return [
    name,
    () => {
      throw notSupported(`The operation ${name}`);
    },
  ];
}

const cloudFormation: Api = {
  prefix: "cloudformation",
  version: "2010-05-15",
  namespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
  operations: new Map<string, Operation>([
    ["CancelUpdateStack", cancelUpdateStack],
    ["ContinueUpdateRollback", continueUpdateRollback],
    ["CreateChangeSet", createChangeSet],
    ["CreateStack", createStack],
    ["DeleteChangeSet", deleteChangeSet],
    ["DeleteStack", deleteStack],
    ["DescribeChangeSet", describeChangeSet],
    ["DescribeEvents", describeEvents],
    ["DescribeStackDriftDetectionStatus", describeStackDriftDetectionStatus],
    ["DescribeStackEvents", describeStackEvents],
    ["DescribeStackResource", describeStackResource],
    ["DescribeStackResourceDrifts", describeStackResourceDrifts],
    ["DescribeStackResources", describeStackResources],
    ["DescribeStacks", describeStacks],
    ["DetectStackDrift", detectStackDrift],
    ["DetectStackResourceDrift", detectStackResourceDrift],
    ["ExecuteChangeSet", executeChangeSet],
    ["GetStackPolicy", getStackPolicy],
    ["GetTemplate", getTemplate],
    ["GetTemplateSummary", getTemplateSummary],
    ["ListChangeSets", listChangeSets],
    ["ListExports", listExports],
    ["ListStackResources", listStackResources],
    ["ListStacks", listStacks],
    ["RollbackStack", rollbackStack],
    ["SetStackPolicy", setStackPolicy],
    ["UpdateStack", updateStack],
    ["UpdateTerminationProtection", updateTerminationProtection],
    ["ValidateTemplate", validateTemplate],
    ...MISSING.map(missing),
  ]),
};

const securityTokens: Api = {
  prefix: "sts",
  version: "2011-06-15",
  namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  operations: new Map([["GetCallerIdentity", getCallerIdentity]]),
};

const loadBalancing: Api = {
  prefix: "elasticloadbalancing",
  version: "2015-12-01",
  namespace: "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
  operations: new Map([
    ["DescribeTargetGroups", describeTargetGroups],
    ["DescribeTargetHealth", describeTargetHealth],
  ]),
};

/** The simulated services, by the version that their requests name. */
export const apis: readonly Api[] = [cloudFormation, securityTokens, loadBalancing];

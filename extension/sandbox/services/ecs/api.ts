import type { JsonApi, JsonOperation } from "../jsonOperation";
import { describeTaskDefinition } from "./describeTaskDefinition";
import { describeServices, listServices, updateService } from "./services";
import { describeTasks, executeCommand, listTasks, runTask, stopTask } from "./tasks";

/** Amazon ECS, as far as it is asked about what a stack has made there. */
export const ecs: JsonApi = {
  prefix: "ecs",
  target: "AmazonEC2ContainerServiceV20141113",
  operations: new Map<string, JsonOperation>([
    ["DescribeServices", describeServices],
    ["DescribeTaskDefinition", describeTaskDefinition],
    ["DescribeTasks", describeTasks],
    ["ExecuteCommand", executeCommand],
    ["ListServices", listServices],
    ["ListTasks", listTasks],
    ["RunTask", runTask],
    ["StopTask", stopTask],
    ["UpdateService", updateService],
  ]),
};

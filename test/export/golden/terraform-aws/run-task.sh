#!/bin/sh
# Runs a task of Amazon ECS to its end, and fails unless it ends with 0.
set -eu

task=$(aws ecs run-task --cluster "$CLUSTER" --task-definition "$TASK_DEFINITION" --launch-type FARGATE \
  --network-configuration "$NETWORK" --overrides "$OVERRIDES" --query 'tasks[0].taskArn' --output text)
if [ "$task" = None ]; then
  echo "ECS has not started the task; its events say why: aws ecs describe-clusters --clusters $CLUSTER" >&2
  exit 1
fi

about() {
  aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$task" --query "tasks[0].$1" --output text
}

while [ "$(about lastStatus)" != STOPPED ]; do sleep 5; done
code=$(about 'containers[0].exitCode')
if [ "$code" != 0 ]; then
  echo "The task ended with $code: $(about stoppedReason)" >&2
  exit 1
fi

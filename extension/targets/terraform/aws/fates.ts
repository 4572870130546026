import { carried, each, editor, type Fates, left } from "../../export/fates";

const services = ["web", "worker", "cron"];
const databases = ["postgres", "mysql"];
const region = carried("The variable `region`.");
const task = carried("`aws_ecs_task_definition`.");
const instance = carried("`aws_db_instance`.");
const cache = carried("`aws_elasticache_replication_group`.");
const scaling = carried("`aws_appautoscaling_policy`.");

/** What becomes of each field: what the CloudFormation template makes of it, in Terraform's words. */
export const terraformAwsFates: Fates = {
  name: carried("The beginning of each name, with the environment's, and a tag."),
  region,
  "environments.*.account": carried("`allowed_account_ids`."),
  "environments.*.region": region,
  "environments.*.protected": carried("Deletion protection, longer logs and snapshots, as on AWS."),
  "environments.*.components": carried("The files are those of one environment."),
  components: carried("The same resources as in the template for CloudFormation."),
  network: carried("`aws_vpc` with its subnets, routes, gateways and endpoints, or the one that is there."),
  tags: carried("`default_tags`."),
  "aws.overrides": carried("Applied before the translation; a property that has no equivalent is told."),
  "aws.resources": left("The resources are CloudFormation's, and are not made here."),
  "aws.templateBucket": left("There is no template to put into a bucket."),
  canvas: editor,
  ...each([...services, ...databases, "redis", "load-balancer"], { type: carried("The kind of resources.") }),
  ...each(services, {
    image: task,
    build: left("Build the image and push it to Amazon ECR; a variable asks for its name."),
    command: task,
    cpu: task,
    memory: task,
    architecture: task,
    spot: carried("`capacity_provider_strategy`."),
    env: task,
    secrets: carried("`aws_secretsmanager_secret`, made up with `random_password`, or the one that exists."),
    connections: carried("A rule of a security group, and the injected variables."),
    volumes: carried("`aws_efs_file_system`, which Terraform refuses to destroy."),
    "logs.retentionDays": carried("`aws_cloudwatch_log_group`."),
    exec: carried("`enable_execute_command`."),
  }),
  ...each(["web", "worker"], {
    "scale.min": carried("`desired_count`, or the least of `aws_appautoscaling_target`."),
    "scale.max": carried("`aws_appautoscaling_target`."),
    "scale.cpu": scaling,
    "scale.memory": scaling,
    preDeploy: carried("A task that the AWS CLI runs before the service changes."),
  }),
  "web.scale.requests": scaling,
  "web.port": task,
  "web.healthCheck": carried("`health_check` of `aws_lb_target_group`."),
  "web.sticky": carried("`stickiness` of `aws_lb_target_group`."),
  "cron.schedule": carried("`aws_scheduler_schedule`."),
  "cron.timezone": carried("`schedule_expression_timezone`."),
  "cron.retries": carried("`retry_policy`."),
  "load-balancer.domain": carried("`aws_acm_certificate`, and `aws_route53_record` where the zone is known."),
  "load-balancer.certificate": carried("`certificate_arn`."),
  "load-balancer.hostedZone": carried("`zone_id`."),
  "load-balancer.idleTimeout": carried("`idle_timeout`."),
  "load-balancer.routes": carried("`aws_lb_listener_rule`."),
  ...each(databases, {
    version: instance,
    size: instance,
    storage: instance,
    maxStorage: instance,
    highAvailability: instance,
    backup: instance,
    deletionProtection: instance,
    onDelete: carried("`final_snapshot_identifier`, `prevent_destroy` or `skip_final_snapshot`."),
  }),
  "postgres.extensions": carried("A task that the AWS CLI runs once the database stands."),
  "redis.version": cache,
  "redis.size": cache,
  "redis.replicas": cache,
  "redis.eviction": carried("`aws_elasticache_parameter_group`."),
};

# Runs a task to its end with the AWS CLI.
resource "terraform_data" "web_pre_deploy" {
  triggers_replace = [aws_ecs_task_definition.web_task_definition.arn, jsonencode(["bin/rails", "db:migrate"])]
  depends_on = [
    aws_vpc_security_group_ingress_rule.db_from_web_port5432,
    aws_route.private_default_route1,
    aws_route.private_default_route2,
    aws_vpc_security_group_ingress_rule.queue_from_web_port6379,
    aws_vpc_endpoint.s3_endpoint,
  ]

  provisioner "local-exec" {
    command = "sh \"${path.module}/run-task.sh\""
    environment = {
      AWS_REGION      = var.region
      CLUSTER         = aws_ecs_cluster.cluster.name
      TASK_DEFINITION = aws_ecs_task_definition.web_task_definition.arn
      NETWORK = jsonencode({
        awsvpcConfiguration = {
          subnets        = [aws_subnet.private_subnet1.id, aws_subnet.private_subnet2.id]
          securityGroups = [aws_security_group.web_security_group.id]
          assignPublicIp = "DISABLED"
        }
      })
      OVERRIDES = jsonencode({
        containerOverrides = [
          {
            name    = "web"
            command = ["bin/rails", "db:migrate"]
          },
        ]
      })
    }
  }
}

resource "aws_sqs_queue" "nightly_failed_starts" {
  name_prefix               = "rails-app-production-nightly-"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
  tags = {
    "stackwright:component" = "nightly"
  }
}

resource "aws_sqs_queue_policy" "nightly_failed_starts_policy" {
  queue_url = aws_sqs_queue.nightly_failed_starts.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.nightly_failed_starts.arn
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })
}

resource "aws_scheduler_schedule" "nightly_schedule" {
  name                         = "rails-app-production-nightly"
  description                  = "nightly: 30 3 * * 1-5"
  schedule_expression          = "cron(30 3 ? * 2-6 *)"
  schedule_expression_timezone = "Europe/Berlin"
  state                        = "ENABLED"
  depends_on = [
    aws_iam_role_policy.nightly_schedule_role,
    aws_route.private_default_route1,
    aws_route.private_default_route2,
    aws_vpc_endpoint.s3_endpoint,
    aws_vpc_security_group_ingress_rule.db_from_nightly_port5432,
    aws_vpc_security_group_ingress_rule.queue_from_nightly_port6379,
  ]

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_ecs_cluster.cluster.arn
    role_arn = aws_iam_role.nightly_schedule_role.arn

    ecs_parameters {
      task_definition_arn     = aws_ecs_task_definition.nightly_task_definition.arn
      task_count              = 1
      launch_type             = "FARGATE"
      platform_version        = "LATEST"
      enable_ecs_managed_tags = true
      propagate_tags          = "TASK_DEFINITION"

      network_configuration {
        assign_public_ip = false
        security_groups  = [aws_security_group.nightly_security_group.id]
        subnets          = [aws_subnet.private_subnet1.id, aws_subnet.private_subnet2.id]
      }
    }

    retry_policy {
      maximum_retry_attempts = 2
    }

    dead_letter_config {
      arn = aws_sqs_queue.nightly_failed_starts.arn
    }
  }
}

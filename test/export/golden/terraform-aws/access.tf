resource "aws_iam_role" "web_execution_role" {
  name_prefix = "rails-app-production-web-exe-9690824f-"
  description = "Starts the tasks of web"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "web"
  }
}

resource "aws_iam_role_policy" "web_execution_role" {
  name = "access"
  role = aws_iam_role.web_execution_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.web_log_group.arn}:*"]
      },
      {
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret_version.db_connection.arn,
          "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key-??????",
          aws_secretsmanager_secret_version.queue_connection.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "web_task_role" {
  name_prefix = "rails-app-production-web-task-role-"
  description = "What web itself may do"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "web"
  }
}

resource "aws_iam_role" "worker_execution_role" {
  name_prefix = "rails-app-production-worker-655527b5-"
  description = "Starts the tasks of worker"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "worker"
  }
}

resource "aws_iam_role_policy" "worker_execution_role" {
  name = "access"
  role = aws_iam_role.worker_execution_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.worker_log_group.arn}:*"]
      },
      {
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret_version.db_connection.arn,
          "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key-??????",
          aws_secretsmanager_secret_version.queue_connection.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "worker_task_role" {
  name_prefix = "rails-app-production-worker-task-role-"
  description = "What worker itself may do"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "worker"
  }
}

resource "aws_iam_role" "nightly_execution_role" {
  name_prefix = "rails-app-production-nightly-0390f9c6-"
  description = "Starts the tasks of nightly"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "nightly"
  }
}

resource "aws_iam_role_policy" "nightly_execution_role" {
  name = "access"
  role = aws_iam_role.nightly_execution_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.nightly_log_group.arn}:*"]
      },
      {
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret_version.db_connection.arn,
          "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key-??????",
          aws_secretsmanager_secret_version.queue_connection.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "nightly_task_role" {
  name_prefix = "rails-app-production-nightly-b4446d75-"
  description = "What nightly itself may do"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "nightly"
  }
}

resource "aws_iam_role" "nightly_schedule_role" {
  name_prefix = "rails-app-production-nightly-2ef1f9d5-"
  description = "Starts nightly on its schedule"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "scheduler.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = {
    "stackwright:component" = "nightly"
  }
}

resource "aws_iam_role_policy" "nightly_schedule_role" {
  name = "access"
  role = aws_iam_role.nightly_schedule_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${data.aws_partition.current.partition}:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:task-definition/rails-app-production-nightly:*",
        ]
        Condition = {
          ArnEquals = {
            "ecs:cluster" = aws_ecs_cluster.cluster.arn
          }
        }
      },
      {
        Effect = "Allow"
        Action = ["ecs:TagResource"]
        Resource = [
          "arn:${data.aws_partition.current.partition}:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:task/${aws_ecs_cluster.cluster.name}/*",
        ]
        Condition = {
          StringEquals = {
            "ecs:CreateAction" = "RunTask"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["iam:PassRole"]
        Resource = [aws_iam_role.nightly_execution_role.arn, aws_iam_role.nightly_task_role.arn]
        Condition = {
          StringEquals = {
            "iam:PassedToService" = "ecs-tasks.amazonaws.com"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = [aws_sqs_queue.nightly_failed_starts.arn]
      },
    ]
  })
}

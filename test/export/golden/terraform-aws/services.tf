resource "aws_ecs_cluster" "cluster" {
  name = "rails-app-production"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "web_task_definition" {
  family                   = "rails-app-production-web"
  cpu                      = "512"
  memory                   = "1024"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.web_execution_role.arn
  task_role_arn            = aws_iam_role.web_task_role.arn
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "ghcr.io/example/rails-app:1.0.0"
      essential = true
      portMappings = [
        {
          containerPort = 3000
          protocol      = "tcp"
        },
      ]
      environment = [
        {
          name  = "DATABASE_HOST"
          value = aws_db_instance.db_instance.address
        },
        {
          name  = "DATABASE_NAME"
          value = "rails_app"
        },
        {
          name  = "DATABASE_PORT"
          value = "5432"
        },
        {
          name  = "DATABASE_USER"
          value = "app"
        },
        {
          name  = "RAILS_ENV"
          value = "production"
        },
        {
          name  = "RAILS_LOG_TO_STDOUT"
          value = "true"
        },
        {
          name  = "RAILS_SERVE_STATIC_FILES"
          value = "true"
        },
        {
          name  = "REDIS_HOST"
          value = aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address
        },
        {
          name  = "REDIS_PORT"
          value = "6379"
        },
      ]
      secrets = [
        {
          name      = "DATABASE_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:password::"
        },
        {
          name      = "DATABASE_URL"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:url::"
        },
        {
          name      = "RAILS_MASTER_KEY"
          valueFrom = "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key"
        },
        {
          name      = "REDIS_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:password::"
        },
        {
          name      = "REDIS_URL"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:url::"
        },
      ]
      dockerLabels = {
        "stackwright.secrets" = "adf5bb24 ${aws_db_instance.db_instance.address} ${aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address}"
      }
      ulimits = [
        {
          name      = "nofile"
          softLimit = 65536
          hardLimit = 65536
        },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.web_log_group.name
          awslogs-region        = data.aws_region.current.region
          awslogs-stream-prefix = "web"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
  ])
  tags = {
    "stackwright:component" = "web"
  }
  depends_on = [aws_iam_role_policy.web_execution_role]

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }
}

resource "aws_ecs_service" "web_service" {
  name                               = "rails-app-production-web"
  wait_for_steady_state              = true
  desired_count                      = 1
  cluster                            = aws_ecs_cluster.cluster.arn
  task_definition                    = aws_ecs_task_definition.web_task_definition.arn
  launch_type                        = "FARGATE"
  platform_version                   = "LATEST"
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 120
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  propagate_tags                     = "SERVICE"
  tags = {
    "stackwright:component" = "web"
  }
  depends_on = [
    aws_lb_listener.edge_https_listener,
    aws_route.private_default_route1,
    aws_route.private_default_route2,
    aws_vpc_endpoint.s3_endpoint,
    aws_vpc_security_group_ingress_rule.db_from_web_port5432,
    aws_vpc_security_group_ingress_rule.queue_from_web_port6379,
    terraform_data.web_pre_deploy,
  ]

  lifecycle {
    ignore_changes = [desired_count]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  load_balancer {
    container_name   = "web"
    container_port   = 3000
    target_group_arn = aws_lb_target_group.edge_to_web_port3000.arn
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.web_security_group.id]
    subnets          = [aws_subnet.private_subnet1.id, aws_subnet.private_subnet2.id]
  }
}

resource "aws_ecs_task_definition" "worker_task_definition" {
  family                   = "rails-app-production-worker"
  cpu                      = "512"
  memory                   = "1024"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.worker_execution_role.arn
  task_role_arn            = aws_iam_role.worker_task_role.arn
  container_definitions = jsonencode([
    {
      name      = "worker"
      image     = "ghcr.io/example/rails-app:1.0.0"
      essential = true
      command   = ["bundle", "exec", "sidekiq"]
      environment = [
        {
          name  = "DATABASE_HOST"
          value = aws_db_instance.db_instance.address
        },
        {
          name  = "DATABASE_NAME"
          value = "rails_app"
        },
        {
          name  = "DATABASE_PORT"
          value = "5432"
        },
        {
          name  = "DATABASE_USER"
          value = "app"
        },
        {
          name  = "RAILS_ENV"
          value = "production"
        },
        {
          name  = "RAILS_LOG_TO_STDOUT"
          value = "true"
        },
        {
          name  = "RAILS_MAX_THREADS"
          value = "10"
        },
        {
          name  = "RAILS_SERVE_STATIC_FILES"
          value = "true"
        },
        {
          name  = "REDIS_HOST"
          value = aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address
        },
        {
          name  = "REDIS_PORT"
          value = "6379"
        },
      ]
      secrets = [
        {
          name      = "DATABASE_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:password::"
        },
        {
          name      = "DATABASE_URL"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:url::"
        },
        {
          name      = "RAILS_MASTER_KEY"
          valueFrom = "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key"
        },
        {
          name      = "REDIS_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:password::"
        },
        {
          name      = "REDIS_URL"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:url::"
        },
      ]
      dockerLabels = {
        "stackwright.secrets" = "adf5bb24 ${aws_db_instance.db_instance.address} ${aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address}"
      }
      ulimits = [
        {
          name      = "nofile"
          softLimit = 65536
          hardLimit = 65536
        },
      ]
      stopTimeout = 120
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.worker_log_group.name
          awslogs-region        = data.aws_region.current.region
          awslogs-stream-prefix = "worker"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
  ])
  tags = {
    "stackwright:component" = "worker"
  }
  depends_on = [aws_iam_role_policy.worker_execution_role]

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }
}

resource "aws_ecs_service" "worker_service" {
  name                               = "rails-app-production-worker"
  wait_for_steady_state              = true
  desired_count                      = 1
  cluster                            = aws_ecs_cluster.cluster.arn
  task_definition                    = aws_ecs_task_definition.worker_task_definition.arn
  launch_type                        = "FARGATE"
  platform_version                   = "LATEST"
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  propagate_tags                     = "SERVICE"
  tags = {
    "stackwright:component" = "worker"
  }
  depends_on = [
    aws_route.private_default_route1,
    aws_route.private_default_route2,
    aws_vpc_endpoint.s3_endpoint,
    aws_vpc_security_group_ingress_rule.db_from_worker_port5432,
    aws_vpc_security_group_ingress_rule.queue_from_worker_port6379,
  ]

  lifecycle {
    ignore_changes = [desired_count]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.worker_security_group.id]
    subnets          = [aws_subnet.private_subnet1.id, aws_subnet.private_subnet2.id]
  }
}

resource "aws_ecs_task_definition" "nightly_task_definition" {
  family                   = "rails-app-production-nightly"
  cpu                      = "512"
  memory                   = "1024"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.nightly_execution_role.arn
  task_role_arn            = aws_iam_role.nightly_task_role.arn
  container_definitions = jsonencode([
    {
      name      = "nightly"
      image     = "ghcr.io/example/rails-app:1.0.0"
      essential = true
      command   = ["bin/rails", "reports:send"]
      environment = [
        {
          name  = "DATABASE_HOST"
          value = aws_db_instance.db_instance.address
        },
        {
          name  = "DATABASE_NAME"
          value = "rails_app"
        },
        {
          name  = "DATABASE_PORT"
          value = "5432"
        },
        {
          name  = "DATABASE_USER"
          value = "app"
        },
        {
          name  = "RAILS_ENV"
          value = "production"
        },
        {
          name  = "RAILS_LOG_TO_STDOUT"
          value = "true"
        },
        {
          name  = "RAILS_SERVE_STATIC_FILES"
          value = "true"
        },
        {
          name  = "REDIS_HOST"
          value = aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address
        },
        {
          name  = "REDIS_PORT"
          value = "6379"
        },
      ]
      secrets = [
        {
          name      = "DATABASE_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:password::"
        },
        {
          name      = "DATABASE_URL"
          valueFrom = "${aws_secretsmanager_secret_version.db_connection.arn}:url::"
        },
        {
          name      = "RAILS_MASTER_KEY"
          valueFrom = "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:secret:rails-app/master-key"
        },
        {
          name      = "REDIS_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:password::"
        },
        {
          name      = "REDIS_URL"
          valueFrom = "${aws_secretsmanager_secret_version.queue_connection.arn}:url::"
        },
      ]
      dockerLabels = {
        "stackwright.secrets" = "adf5bb24 ${aws_db_instance.db_instance.address} ${aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address}"
      }
      ulimits = [
        {
          name      = "nofile"
          softLimit = 65536
          hardLimit = 65536
        },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.nightly_log_group.name
          awslogs-region        = data.aws_region.current.region
          awslogs-stream-prefix = "nightly"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
  ])
  tags = {
    "stackwright:component" = "nightly"
  }
  depends_on = [aws_iam_role_policy.nightly_execution_role]

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }
}

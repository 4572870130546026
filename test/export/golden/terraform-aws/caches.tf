resource "aws_elasticache_subnet_group" "queue_subnet_group" {
  name        = "rails-app-production-queue"
  description = "Where queue of rails-app stands"
  subnet_ids  = [aws_subnet.data_subnet1.id, aws_subnet.data_subnet2.id]
  tags = {
    "stackwright:component" = "queue"
  }
}

resource "aws_elasticache_parameter_group" "queue_parameter_group" {
  name        = "rails-app-production-queue-valkey8"
  description = "queue of rails-app"
  family      = "valkey8"
  tags = {
    "stackwright:component" = "queue"
  }

  lifecycle {
    create_before_destroy = true
  }

  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }
}

resource "aws_elasticache_replication_group" "queue_replication_group" {
  replication_group_id       = "rails-app-production-queue"
  apply_immediately          = true
  final_snapshot_identifier  = "rails-app-production-queue-final"
  description                = "queue of rails-app in production"
  engine                     = "valkey"
  engine_version             = "8.2"
  auto_minor_version_upgrade = true
  node_type                  = "cache.t4g.micro"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  port                       = 6379
  subnet_group_name          = aws_elasticache_subnet_group.queue_subnet_group.name
  parameter_group_name       = aws_elasticache_parameter_group.queue_parameter_group.name
  security_group_ids         = [aws_security_group.queue_security_group.id]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token                 = random_password.queue_auth_token.result
  snapshot_retention_limit   = 7
  tags = {
    "stackwright:component" = "queue"
  }
}

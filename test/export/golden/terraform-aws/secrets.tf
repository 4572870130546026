resource "aws_secretsmanager_secret" "db_master_password" {
  name_prefix = "rails-app-production-db-master-password-"
  description = "Password of db"
  tags = {
    "stackwright:component" = "db"
  }
}

resource "random_password" "db_master_password" {
  length  = 32
  special = false
}

resource "aws_secretsmanager_secret_version" "db_master_password" {
  secret_id = aws_secretsmanager_secret.db_master_password.id
  secret_string = jsonencode({
    username = "app"
    password = random_password.db_master_password.result
  })
}

resource "aws_secretsmanager_secret" "db_connection" {
  name_prefix = "rails-app-production-db-connection-"
  description = "How to reach db"
  tags = {
    "stackwright:component" = "db"
  }
}

resource "aws_secretsmanager_secret_version" "db_connection" {
  secret_id = aws_secretsmanager_secret.db_connection.id
  secret_string = jsonencode({
    url      = "postgres://app:${random_password.db_master_password.result}@${aws_db_instance.db_instance.address}:5432/rails_app"
    host     = aws_db_instance.db_instance.address
    port     = "5432"
    user     = "app"
    password = random_password.db_master_password.result
    name     = "rails_app"
  })
}

resource "aws_secretsmanager_secret" "queue_auth_token" {
  name_prefix = "rails-app-production-queue-auth-token-"
  description = "Password of queue"
  tags = {
    "stackwright:component" = "queue"
  }
}

resource "random_password" "queue_auth_token" {
  length  = 64
  special = false
}

resource "aws_secretsmanager_secret_version" "queue_auth_token" {
  secret_id = aws_secretsmanager_secret.queue_auth_token.id
  secret_string = jsonencode({
    username = "default"
    password = random_password.queue_auth_token.result
  })
}

resource "aws_secretsmanager_secret" "queue_connection" {
  name_prefix = "rails-app-production-queue-connection-"
  description = "How to reach queue"
  tags = {
    "stackwright:component" = "queue"
  }
}

resource "aws_secretsmanager_secret_version" "queue_connection" {
  secret_id = aws_secretsmanager_secret.queue_connection.id
  secret_string = jsonencode({
    url      = "rediss://:${random_password.queue_auth_token.result}@${aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address}:6379"
    host     = aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address
    port     = "6379"
    password = random_password.queue_auth_token.result
  })
}

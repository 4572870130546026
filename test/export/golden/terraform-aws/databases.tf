resource "aws_db_subnet_group" "db_subnet_group" {
  name        = "rails-app-production-db"
  description = "Where db of rails-app stands"
  subnet_ids  = [aws_subnet.data_subnet1.id, aws_subnet.data_subnet2.id]
  tags = {
    "stackwright:component" = "db"
  }
}

resource "aws_db_parameter_group" "db_parameter_group" {
  name        = "rails-app-production-db-postgres17"
  description = "db of rails-app: TLS only"
  family      = "postgres17"
  tags = {
    "stackwright:component" = "db"
  }

  lifecycle {
    create_before_destroy = true
  }

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_db_instance" "db_instance" {
  identifier                            = "rails-app-production-db"
  apply_immediately                     = true
  final_snapshot_identifier             = "rails-app-production-db-final"
  engine                                = "postgres"
  engine_version                        = "17.8"
  allow_major_version_upgrade           = true
  auto_minor_version_upgrade            = true
  instance_class                        = "db.m7g.large"
  db_name                               = "rails_app"
  port                                  = 5432
  username                              = "app"
  password                              = random_password.db_master_password.result
  storage_type                          = "gp3"
  storage_encrypted                     = true
  allocated_storage                     = 20
  max_allocated_storage                 = 50
  multi_az                              = true
  publicly_accessible                   = false
  db_subnet_group_name                  = aws_db_subnet_group.db_subnet_group.name
  vpc_security_group_ids                = [aws_security_group.db_security_group.id]
  parameter_group_name                  = aws_db_parameter_group.db_parameter_group.name
  backup_retention_period               = 14
  backup_window                         = "01:00-02:00"
  maintenance_window                    = "sun:02:30-sun:03:30"
  copy_tags_to_snapshot                 = true
  delete_automated_backups              = false
  deletion_protection                   = true
  iam_database_authentication_enabled   = true
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
  tags = {
    "stackwright:component" = "db"
  }
}

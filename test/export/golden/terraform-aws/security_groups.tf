resource "aws_security_group" "edge_security_group" {
  name_prefix = "rails-app-production-edge-"
  description = "edge of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-edge"
    "stackwright:component" = "edge"
  }
}

resource "aws_vpc_security_group_ingress_rule" "edge_security_group" {
  security_group_id = aws_security_group.edge_security_group.id
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
  description       = "HTTP from anywhere"
}

resource "aws_vpc_security_group_ingress_rule" "edge_security_group_2" {
  security_group_id = aws_security_group.edge_security_group.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
  description       = "HTTPS from anywhere"
}

resource "aws_vpc_security_group_ingress_rule" "web_from_edge_port3000" {
  security_group_id            = aws_security_group.web_security_group.id
  referenced_security_group_id = aws_security_group.edge_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  description                  = "edge to web"
}

resource "aws_vpc_security_group_egress_rule" "edge_egress_web_port3000" {
  security_group_id            = aws_security_group.edge_security_group.id
  referenced_security_group_id = aws_security_group.web_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  description                  = "edge to web"
}

resource "aws_security_group" "web_security_group" {
  name_prefix = "rails-app-production-web-"
  description = "web of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-web"
    "stackwright:component" = "web"
  }
}

resource "aws_vpc_security_group_egress_rule" "web_security_group" {
  security_group_id = aws_security_group.web_security_group.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
  description       = "Images, AWS services and what the application calls"
}

resource "aws_vpc_security_group_ingress_rule" "db_from_web_port5432" {
  security_group_id            = aws_security_group.db_security_group.id
  referenced_security_group_id = aws_security_group.web_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  description                  = "web to db"
}

resource "aws_vpc_security_group_ingress_rule" "queue_from_web_port6379" {
  security_group_id            = aws_security_group.queue_security_group.id
  referenced_security_group_id = aws_security_group.web_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  description                  = "web to queue"
}

resource "aws_security_group" "worker_security_group" {
  name_prefix = "rails-app-production-worker-"
  description = "worker of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-worker"
    "stackwright:component" = "worker"
  }
}

resource "aws_vpc_security_group_egress_rule" "worker_security_group" {
  security_group_id = aws_security_group.worker_security_group.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
  description       = "Images, AWS services and what the application calls"
}

resource "aws_vpc_security_group_ingress_rule" "db_from_worker_port5432" {
  security_group_id            = aws_security_group.db_security_group.id
  referenced_security_group_id = aws_security_group.worker_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  description                  = "worker to db"
}

resource "aws_vpc_security_group_ingress_rule" "queue_from_worker_port6379" {
  security_group_id            = aws_security_group.queue_security_group.id
  referenced_security_group_id = aws_security_group.worker_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  description                  = "worker to queue"
}

resource "aws_security_group" "nightly_security_group" {
  name_prefix = "rails-app-production-nightly-"
  description = "nightly of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-nightly"
    "stackwright:component" = "nightly"
  }
}

resource "aws_vpc_security_group_egress_rule" "nightly_security_group" {
  security_group_id = aws_security_group.nightly_security_group.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
  description       = "Images, AWS services and what the application calls"
}

resource "aws_vpc_security_group_ingress_rule" "db_from_nightly_port5432" {
  security_group_id            = aws_security_group.db_security_group.id
  referenced_security_group_id = aws_security_group.nightly_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  description                  = "nightly to db"
}

resource "aws_vpc_security_group_ingress_rule" "queue_from_nightly_port6379" {
  security_group_id            = aws_security_group.queue_security_group.id
  referenced_security_group_id = aws_security_group.nightly_security_group.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  description                  = "nightly to queue"
}

resource "aws_security_group" "db_security_group" {
  name_prefix = "rails-app-production-db-"
  description = "db of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-db"
    "stackwright:component" = "db"
  }
}

resource "aws_security_group" "queue_security_group" {
  name_prefix = "rails-app-production-queue-"
  description = "queue of rails-app in production"
  vpc_id      = aws_vpc.vpc.id
  tags = {
    Name                    = "rails-app-production-queue"
    "stackwright:component" = "queue"
  }
}

resource "aws_lb" "edge_load_balancer" {
  name                       = "rails-app-production-edge"
  load_balancer_type         = "application"
  internal                   = false
  ip_address_type            = "ipv4"
  subnets                    = [aws_subnet.public_subnet1.id, aws_subnet.public_subnet2.id]
  security_groups            = [aws_security_group.edge_security_group.id]
  enable_deletion_protection = true
  idle_timeout               = 60
  desync_mitigation_mode     = "defensive"
  drop_invalid_header_fields = true
  tags = {
    "stackwright:component" = "edge"
  }
  depends_on = [
    aws_internet_gateway_attachment.gateway_attachment,
    aws_route.public_default_route,
    aws_s3_bucket_policy.log_bucket_policy,
  ]

  access_logs {
    enabled = true
    bucket  = aws_s3_bucket.log_bucket.id
    prefix  = "access/edge"
  }
}

resource "aws_lb_target_group" "edge_to_web_port3000" {
  vpc_id               = aws_vpc.vpc.id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = 3000
  deregistration_delay = 30
  tags = {
    "stackwright:component" = "edge"
  }

  health_check {
    interval            = 15
    path                = "/up"
    port                = "traffic-port"
    protocol            = "HTTP"
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
    matcher             = "200-399"
  }

  stickiness {
    enabled = false
    type    = "lb_cookie"
  }
}

resource "aws_lb_listener" "edge_http_listener" {
  load_balancer_arn = aws_lb.edge_load_balancer.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_acm_certificate" "edge_certificate" {
  domain_name       = "app.example.com"
  validation_method = "DNS"
  tags = {
    "stackwright:component" = "edge"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "edge_certificate_proof" {
  for_each        = { for option in aws_acm_certificate.edge_certificate.domain_validation_options : option.domain_name => option }
  zone_id         = "Z0123456789ABCDEFGHIJ"
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 60
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "edge_certificate" {
  certificate_arn         = aws_acm_certificate.edge_certificate.arn
  validation_record_fqdns = [for record in aws_route53_record.edge_certificate_proof : record.fqdn]
}

resource "aws_lb_listener" "edge_https_listener" {
  load_balancer_arn = aws_lb.edge_load_balancer.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  certificate_arn   = aws_acm_certificate_validation.edge_certificate.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.edge_to_web_port3000.arn
  }
}

resource "aws_route53_record" "edge_record_app_example_com" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "app.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.edge_load_balancer.dns_name
    zone_id                = aws_lb.edge_load_balancer.zone_id
    evaluate_target_health = true
  }
}

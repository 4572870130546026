resource "aws_appautoscaling_target" "web_scalable_target" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.cluster.name}/${aws_ecs_service.web_service.name}"
  min_capacity       = 2
  max_capacity       = 8
}

resource "aws_appautoscaling_policy" "web_scaling_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.web_scalable_target.resource_id
  scalable_dimension = aws_appautoscaling_target.web_scalable_target.scalable_dimension
  service_namespace  = aws_appautoscaling_target.web_scalable_target.service_namespace

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "web_scaling_requests" {
  name               = "requests"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.web_scalable_target.resource_id
  scalable_dimension = aws_appautoscaling_target.web_scalable_target.scalable_dimension
  service_namespace  = aws_appautoscaling_target.web_scalable_target.service_namespace
  depends_on         = [aws_lb_listener.edge_https_listener]

  target_tracking_scaling_policy_configuration {
    target_value       = 1000
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${aws_lb.edge_load_balancer.arn_suffix}/${aws_lb_target_group.edge_to_web_port3000.arn_suffix}"
    }
  }
}

resource "aws_appautoscaling_target" "worker_scalable_target" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.cluster.name}/${aws_ecs_service.worker_service.name}"
  min_capacity       = 1
  max_capacity       = 3
}

resource "aws_appautoscaling_policy" "worker_scaling_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.worker_scalable_target.resource_id
  scalable_dimension = aws_appautoscaling_target.worker_scalable_target.scalable_dimension
  service_namespace  = aws_appautoscaling_target.worker_scalable_target.service_namespace

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

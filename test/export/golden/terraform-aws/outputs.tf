output "edge_url" {
  description = "Address of edge"
  value       = "https://app.example.com"
}

output "db_host" {
  description = "Private host name of db"
  value       = aws_db_instance.db_instance.address
}

output "queue_host" {
  description = "Private host name of queue"
  value       = aws_elasticache_replication_group.queue_replication_group.primary_endpoint_address
}

output "cluster_name" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.cluster.name
}

output "web_log_group_name" {
  description = "Log group of web"
  value       = aws_cloudwatch_log_group.web_log_group.name
}

output "worker_log_group_name" {
  description = "Log group of worker"
  value       = aws_cloudwatch_log_group.worker_log_group.name
}

output "nightly_log_group_name" {
  description = "Log group of nightly"
  value       = aws_cloudwatch_log_group.nightly_log_group.name
}

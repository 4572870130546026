resource "google_redis_instance" "queue" {
  name           = "rails-app-production-queue"
  region         = var.region
  tier           = "STANDARD_HA"
  memory_size_gb = 1
  redis_version  = "REDIS_7_2"
  redis_configs = {
    maxmemory-policy = "noeviction"
  }
  auth_enabled       = true
  authorized_network = google_compute_network.main.id
  connect_mode       = "PRIVATE_SERVICE_ACCESS"
  depends_on         = [google_service_networking_connection.main]

  persistence_config {
    persistence_mode    = "RDB"
    rdb_snapshot_period = "TWENTY_FOUR_HOURS"
  }
}

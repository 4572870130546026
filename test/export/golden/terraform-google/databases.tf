resource "google_sql_database_instance" "db" {
  name                = "rails-app-production-db"
  region              = var.region
  database_version    = "POSTGRES_17"
  deletion_protection = true
  depends_on          = [google_service_networking_connection.main]

  settings {
    tier                        = "db-custom-2-8192"
    edition                     = "ENTERPRISE"
    availability_type           = "REGIONAL"
    disk_type                   = "PD_SSD"
    disk_size                   = 20
    disk_autoresize             = true
    disk_autoresize_limit       = 50
    deletion_protection_enabled = true
    retain_backups_on_delete    = true
    user_labels                 = local.labels

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.main.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }

    backup_configuration {
      enabled                        = true
      start_time                     = "01:00"
      point_in_time_recovery_enabled = true
      transaction_log_retention_days = 7

      backup_retention_settings {
        retained_backups = 14
      }
    }
  }
}

resource "google_sql_database" "db" {
  name            = "rails_app"
  instance        = google_sql_database_instance.db.name
  deletion_policy = "ABANDON"
}

resource "google_sql_user" "db" {
  name            = "app"
  instance        = google_sql_database_instance.db.name
  password        = random_password.db_password.result
  deletion_policy = "ABANDON"
}

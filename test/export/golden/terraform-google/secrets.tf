resource "random_password" "db_password" {
  length  = 32
  special = false
}

resource "google_secret_manager_secret" "db_password" {
  secret_id = "rails-app-production-db-password"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "db_password" {
  secret      = google_secret_manager_secret.db_password.id
  secret_data = google_sql_user.db.password
}

resource "google_secret_manager_secret" "db_url" {
  secret_id = "rails-app-production-db-url"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "db_url" {
  secret      = google_secret_manager_secret.db_url.id
  secret_data = "postgres://app:${google_sql_user.db.password}@${google_sql_database_instance.db.private_ip_address}:5432/rails_app"
}

resource "google_secret_manager_secret" "rails_app_master_key" {
  secret_id = "rails-app-production-rails-app-master-key"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "rails_app_master_key" {
  secret      = google_secret_manager_secret.rails_app_master_key.id
  secret_data = var.rails_app_master_key
}

resource "google_secret_manager_secret" "queue_password" {
  secret_id = "rails-app-production-queue-password"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "queue_password" {
  secret      = google_secret_manager_secret.queue_password.id
  secret_data = google_redis_instance.queue.auth_string
}

resource "google_secret_manager_secret" "queue_url" {
  secret_id = "rails-app-production-queue-url"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "queue_url" {
  secret      = google_secret_manager_secret.queue_url.id
  secret_data = "redis://:${google_redis_instance.queue.auth_string}@${google_redis_instance.queue.host}:6379"
}

resource "google_service_account" "worker" {
  account_id   = "rails-app-production-worker"
  display_name = "worker of rails-app in production"
}

resource "google_secret_manager_secret_iam_member" "worker" {
  for_each = toset([
    google_secret_manager_secret.db_password.secret_id,
    google_secret_manager_secret.db_url.secret_id,
    google_secret_manager_secret.queue_password.secret_id,
    google_secret_manager_secret.queue_url.secret_id,
    google_secret_manager_secret.rails_app_master_key.secret_id,
  ])
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.worker.member
}

resource "google_cloud_run_v2_worker_pool" "worker" {
  name                = "rails-app-production-worker"
  location            = var.region
  launch_stage        = "BETA"
  deletion_protection = true
  depends_on          = [google_secret_manager_secret_iam_member.worker, google_sql_database.db]

  scaling {
    scaling_mode          = "MANUAL"
    manual_instance_count = 1
  }

  template {
    service_account = google_service_account.worker.email

    containers {
      image = "${google_artifact_registry_repository.ghcr_io.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.ghcr_io.repository_id}/example/rails-app:1.0.0"
      args  = ["bundle", "exec", "sidekiq"]

      resources {
        limits = {
          cpu    = "1"
          memory = "1024Mi"
        }
      }

      env {
        name  = "DATABASE_HOST"
        value = google_sql_database_instance.db.private_ip_address
      }

      env {
        name  = "DATABASE_NAME"
        value = "rails_app"
      }

      env {
        name = "DATABASE_PASSWORD"

        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.db_password.secret_id
            version = google_secret_manager_secret_version.db_password.version
          }
        }
      }

      env {
        name  = "DATABASE_PORT"
        value = "5432"
      }

      env {
        name = "DATABASE_URL"

        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.db_url.secret_id
            version = google_secret_manager_secret_version.db_url.version
          }
        }
      }

      env {
        name  = "DATABASE_USER"
        value = "app"
      }

      env {
        name  = "RAILS_ENV"
        value = "production"
      }

      env {
        name  = "RAILS_LOG_TO_STDOUT"
        value = "true"
      }

      env {
        name = "RAILS_MASTER_KEY"

        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.rails_app_master_key.secret_id
            version = google_secret_manager_secret_version.rails_app_master_key.version
          }
        }
      }

      env {
        name  = "RAILS_MAX_THREADS"
        value = "10"
      }

      env {
        name  = "RAILS_SERVE_STATIC_FILES"
        value = "true"
      }

      env {
        name  = "REDIS_HOST"
        value = google_redis_instance.queue.host
      }

      env {
        name = "REDIS_PASSWORD"

        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.queue_password.secret_id
            version = google_secret_manager_secret_version.queue_password.version
          }
        }
      }

      env {
        name  = "REDIS_PORT"
        value = "6379"
      }

      env {
        name = "REDIS_URL"

        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.queue_url.secret_id
            version = google_secret_manager_secret_version.queue_url.version
          }
        }
      }
    }

    vpc_access {
      egress = "ALL_TRAFFIC"

      network_interfaces {
        network    = google_compute_network.main.id
        subnetwork = google_compute_subnetwork.main.id
      }
    }
  }
}

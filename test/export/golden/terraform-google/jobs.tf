resource "google_service_account" "all_schedules" {
  account_id   = "rails-app-production-af153457"
  display_name = "Starts the jobs of rails-app in production"
}

resource "google_service_account" "nightly" {
  account_id   = "rails-app-production-nightly"
  display_name = "nightly of rails-app in production"
}

resource "google_secret_manager_secret_iam_member" "nightly" {
  for_each = toset([
    google_secret_manager_secret.db_password.secret_id,
    google_secret_manager_secret.db_url.secret_id,
    google_secret_manager_secret.queue_password.secret_id,
    google_secret_manager_secret.queue_url.secret_id,
    google_secret_manager_secret.rails_app_master_key.secret_id,
  ])
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.nightly.member
}

locals {
  nightly_env = {
    DATABASE_HOST            = google_sql_database_instance.db.private_ip_address
    DATABASE_NAME            = "rails_app"
    DATABASE_PORT            = "5432"
    DATABASE_USER            = "app"
    RAILS_ENV                = "production"
    RAILS_LOG_TO_STDOUT      = "true"
    RAILS_SERVE_STATIC_FILES = "true"
    REDIS_HOST               = google_redis_instance.queue.host
    REDIS_PORT               = "6379"
  }
  nightly_secrets = {
    DATABASE_PASSWORD = {
      secret  = google_secret_manager_secret.db_password.secret_id
      version = google_secret_manager_secret_version.db_password.version
    }
    DATABASE_URL = {
      secret  = google_secret_manager_secret.db_url.secret_id
      version = google_secret_manager_secret_version.db_url.version
    }
    RAILS_MASTER_KEY = {
      secret  = google_secret_manager_secret.rails_app_master_key.secret_id
      version = google_secret_manager_secret_version.rails_app_master_key.version
    }
    REDIS_PASSWORD = {
      secret  = google_secret_manager_secret.queue_password.secret_id
      version = google_secret_manager_secret_version.queue_password.version
    }
    REDIS_URL = {
      secret  = google_secret_manager_secret.queue_url.secret_id
      version = google_secret_manager_secret_version.queue_url.version
    }
  }
}

resource "google_cloud_run_v2_job" "nightly" {
  name                = "rails-app-production-nightly"
  location            = var.region
  deletion_protection = true
  depends_on          = [google_secret_manager_secret_iam_member.nightly, google_sql_database.db]

  template {
    template {
      service_account = google_service_account.nightly.email
      timeout         = "86400s"
      max_retries     = 0

      containers {
        image = "${google_artifact_registry_repository.ghcr_io.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.ghcr_io.repository_id}/example/rails-app:1.0.0"
        args  = ["bin/rails", "reports:send"]

        resources {
          limits = {
            cpu    = "1"
            memory = "1024Mi"
          }
        }

        dynamic "env" {
          for_each = local.nightly_env

          content {
            name  = env.key
            value = env.value
          }
        }

        dynamic "env" {
          for_each = local.nightly_secrets

          content {
            name = env.key

            value_source {
              secret_key_ref {
                secret  = env.value.secret
                version = env.value.version
              }
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
}

resource "google_cloud_run_v2_job_iam_member" "nightly" {
  name     = google_cloud_run_v2_job.nightly.name
  location = var.region
  role     = "roles/run.invoker"
  member   = google_service_account.all_schedules.member
}

resource "google_cloud_scheduler_job" "nightly" {
  name      = "rails-app-production-nightly"
  region    = var.region
  schedule  = "30 3 * * 1-5"
  time_zone = "Europe/Berlin"

  retry_config {
    retry_count = 2
  }

  http_target {
    http_method = "POST"
    uri         = "https://run.googleapis.com/v2/${google_cloud_run_v2_job.nightly.id}:run"

    oauth_token {
      service_account_email = google_service_account.all_schedules.email
    }
  }
}

resource "google_service_account" "web" {
  account_id   = "rails-app-production-web"
  display_name = "web of rails-app in production"
}

resource "google_secret_manager_secret_iam_member" "web" {
  for_each = toset([
    google_secret_manager_secret.db_password.secret_id,
    google_secret_manager_secret.db_url.secret_id,
    google_secret_manager_secret.queue_password.secret_id,
    google_secret_manager_secret.queue_url.secret_id,
    google_secret_manager_secret.rails_app_master_key.secret_id,
  ])
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.web.member
}

locals {
  web_env = {
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
  web_secrets = {
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

resource "google_cloud_run_v2_job" "web_pre_deploy" {
  name                = "rails-app-production-web-pre-deploy"
  location            = var.region
  deletion_protection = true
  depends_on          = [google_secret_manager_secret_iam_member.web, google_sql_database.db]

  template {
    template {
      service_account = google_service_account.web.email
      timeout         = "86400s"
      max_retries     = 0

      containers {
        image = "${google_artifact_registry_repository.ghcr_io.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.ghcr_io.repository_id}/example/rails-app:1.0.0"
        args  = ["bin/rails", "db:migrate"]

        resources {
          limits = {
            cpu    = "1"
            memory = "1024Mi"
          }
        }

        dynamic "env" {
          for_each = local.web_env

          content {
            name  = env.key
            value = env.value
          }
        }

        dynamic "env" {
          for_each = local.web_secrets

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

# Runs before web changes; what follows waits for it, and stops when it fails.
resource "terraform_data" "web_pre_deploy" {
  triggers_replace = google_cloud_run_v2_job.web_pre_deploy.template

  provisioner "local-exec" {
    command = "gcloud run jobs execute ${google_cloud_run_v2_job.web_pre_deploy.name} --wait --project ${var.project} --region ${var.region}"
  }
}

resource "google_cloud_run_v2_service" "web" {
  name                 = "rails-app-production-web"
  location             = var.region
  ingress              = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  invoker_iam_disabled = true
  deletion_protection  = true
  depends_on           = [google_secret_manager_secret_iam_member.web, google_sql_database.db, terraform_data.web_pre_deploy]

  template {
    service_account       = google_service_account.web.email
    execution_environment = "EXECUTION_ENVIRONMENT_GEN2"

    scaling {
      min_instance_count = 2
      max_instance_count = 8
    }

    containers {
      image = "${google_artifact_registry_repository.ghcr_io.location}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.ghcr_io.repository_id}/example/rails-app:1.0.0"

      dynamic "env" {
        for_each = local.web_env

        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = local.web_secrets

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

      ports {
        container_port = 3000
      }

      resources {
        limits = {
          cpu    = "1"
          memory = "1024Mi"
        }
        cpu_idle          = false
        startup_cpu_boost = true
      }

      startup_probe {
        period_seconds    = 15
        timeout_seconds   = 5
        failure_threshold = 9

        http_get {
          path = "/up"
          port = 3000
        }
      }

      liveness_probe {
        period_seconds    = 15
        timeout_seconds   = 5
        failure_threshold = 3

        http_get {
          path = "/up"
          port = 3000
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

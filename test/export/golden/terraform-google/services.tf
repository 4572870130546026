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

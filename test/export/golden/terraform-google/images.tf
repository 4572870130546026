resource "google_artifact_registry_repository" "ghcr_io" {
  location      = var.region
  repository_id = "rails-app-production-ghcr-io"
  description   = "Images of ghcr.io. A private one needs credentials here."
  format        = "DOCKER"
  mode          = "REMOTE_REPOSITORY"

  remote_repository_config {
    docker_repository {
      custom_repository {
        uri = "https://ghcr.io"
      }
    }
  }
}

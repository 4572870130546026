resource "google_compute_region_network_endpoint_group" "web" {
  name                  = "rails-app-production-web"
  region                = var.region
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = google_cloud_run_v2_service.web.name
  }
}

resource "google_compute_backend_service" "web" {
  name                  = "rails-app-production-web"
  load_balancing_scheme = "EXTERNAL_MANAGED"

  backend {
    group = google_compute_region_network_endpoint_group.web.id
  }

  log_config {
    enable = true
  }
}

resource "google_compute_global_address" "edge" {
  name = "rails-app-production-edge"
}

resource "google_compute_url_map" "edge" {
  name            = "rails-app-production-edge"
  default_service = google_compute_backend_service.web.id
}

resource "google_compute_url_map" "edge_redirect" {
  name = "rails-app-production-edge-redirect"

  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}

resource "google_compute_managed_ssl_certificate" "edge" {
  name = "rails-app-production-edge-dd46c94b"

  managed {
    domains = ["app.example.com"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_compute_ssl_policy" "edge" {
  name            = "rails-app-production-edge"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}

resource "google_compute_target_https_proxy" "edge" {
  name             = "rails-app-production-edge-https"
  url_map          = google_compute_url_map.edge.id
  ssl_certificates = [google_compute_managed_ssl_certificate.edge.id]
  ssl_policy       = google_compute_ssl_policy.edge.id
}

resource "google_compute_global_forwarding_rule" "edge_https" {
  name                  = "rails-app-production-edge-https"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  ip_address            = google_compute_global_address.edge.id
  port_range            = "443"
  target                = google_compute_target_https_proxy.edge.id
}

resource "google_compute_target_http_proxy" "edge" {
  name    = "rails-app-production-edge-http"
  url_map = google_compute_url_map.edge_redirect.id
}

resource "google_compute_global_forwarding_rule" "edge_http" {
  name                  = "rails-app-production-edge-http"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  ip_address            = google_compute_global_address.edge.id
  port_range            = "80"
  target                = google_compute_target_http_proxy.edge.id
}

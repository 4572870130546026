resource "google_compute_network" "main" {
  name                    = "rails-app-production"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "main" {
  name                     = "rails-app-production"
  region                   = var.region
  network                  = google_compute_network.main.id
  ip_cidr_range            = "10.0.0.0/16"
  private_ip_google_access = true

  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
  }
}

resource "google_compute_global_address" "private_services" {
  name          = "rails-app-production-private-services"
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 20
  network       = google_compute_network.main.id
}

resource "google_service_networking_connection" "main" {
  network                 = google_compute_network.main.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.private_services.name]
}

resource "google_compute_router" "main" {
  name    = "rails-app-production"
  region  = var.region
  network = google_compute_network.main.id
}

resource "google_compute_router_nat" "main" {
  name                               = "rails-app-production"
  router                             = google_compute_router.main.name
  region                             = var.region
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

output "edge_address" {
  description = "The address of edge, which its DNS records have to lead to."
  value       = google_compute_global_address.edge.address
}

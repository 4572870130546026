# Made by Stackwright for rails-app, environment production. For Terraform and OpenTofu.
terraform {
  required_version = ">= 1.6"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }
}

locals {
  labels = {
    application = "rails-app"
    environment = "production"
  }
}

provider "google" {
  project        = var.project
  region         = var.region
  default_labels = local.labels
}

# Made by Stackwright for rails-app, environment production. For Terraform and OpenTofu.
terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      "stackwright:application" = "rails-app"
      "stackwright:environment" = "production"
    }
  }
}

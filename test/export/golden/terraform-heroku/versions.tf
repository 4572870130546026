# Made by Stackwright for rails-app, environment production. For Terraform and OpenTofu.
terraform {
  required_version = ">= 1.6"

  required_providers {
    heroku = {
      source  = "heroku/heroku"
      version = "~> 5.3"
    }
  }
}

variable "rails_app_master_key" {
  description = "The value of the secret rails-app/master-key."
  type        = string
  sensitive   = true
}

variable "app_name" {
  description = "The app's name, which nobody else on Heroku may have."
  type        = string
  default     = "rails-app-production"
}

variable "region" {
  description = "Heroku's region: us or eu."
  type        = string
  default     = "us"
}

variable "source_path" {
  description = "The folder with heroku.yml and what it builds."
  type        = string
  default     = "app"
}

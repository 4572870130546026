variable "project" {
  description = "The id of the project that everything is made in."
  type        = string
}

variable "rails_app_master_key" {
  description = "The value of the secret rails-app/master-key."
  type        = string
  sensitive   = true
}

variable "region" {
  description = "Google's region."
  type        = string
  default     = "us-east4"
}

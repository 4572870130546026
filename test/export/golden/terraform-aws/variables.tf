variable "region" {
  description = "The region that everything is made in."
  type        = string
  default     = "us-east-1"
}

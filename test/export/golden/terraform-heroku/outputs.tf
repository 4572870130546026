output "url" {
  description = "Where the app answers."
  value       = heroku_app.app.web_url
}

output "app_example_com_target" {
  description = "What the DNS record of app.example.com leads to."
  value       = heroku_domain.app_example_com.cname
}

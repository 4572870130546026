resource "heroku_app" "app" {
  name   = var.app_name
  region = var.region
  stack  = "container"
  acm    = true

  lifecycle {
    prevent_destroy = true
  }
}

resource "heroku_build" "app" {
  app_id     = heroku_app.app.id
  depends_on = [heroku_app_config_association.app]

  source {
    path = var.source_path
  }
}

resource "heroku_formation" "web" {
  app_id     = heroku_app.app.id
  type       = "web"
  quantity   = 2
  size       = "standard-2x"
  depends_on = [heroku_build.app]
}

resource "heroku_formation" "nightly" {
  app_id     = heroku_app.app.id
  type       = "nightly"
  quantity   = 0
  size       = "standard-2x"
  depends_on = [heroku_build.app]
}

resource "heroku_formation" "worker" {
  app_id     = heroku_app.app.id
  type       = "worker"
  quantity   = 1
  size       = "standard-2x"
  depends_on = [heroku_build.app]
}

resource "heroku_domain" "app_example_com" {
  app_id   = heroku_app.app.id
  hostname = "app.example.com"
}

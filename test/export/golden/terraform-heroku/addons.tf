resource "heroku_addon" "db" {
  app_id = heroku_app.app.id
  plan   = "heroku-postgresql:premium-3"
  config = {
    version = "17"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "heroku_addon" "queue" {
  app_id = heroku_app.app.id
  plan   = "heroku-redis:premium-0"
}

resource "heroku_addon" "scheduler" {
  app_id = heroku_app.app.id
  plan   = "scheduler:standard"
}

# Heroku gives a store as one URL. It may change the password; apply again when it has.
locals {
  urls = {
    db    = values(heroku_addon.db.config_var_values)[0]
    queue = values(heroku_addon.queue.config_var_values)[0]
  }
  parts = {
    db    = regex("^(?P<scheme>[^:]+)://(?P<user>[^:]*):(?P<password>[^@]*)@(?P<host>[^:/]+):(?P<port>[0-9]+)/?(?P<name>[^?]*)", local.urls.db)
    queue = regex("^(?P<scheme>[^:]+)://(?P<user>[^:]*):(?P<password>[^@]*)@(?P<host>[^:/]+):(?P<port>[0-9]+)/?(?P<name>[^?]*)", local.urls.queue)
  }
}

resource "heroku_app_config_association" "app" {
  app_id = heroku_app.app.id
  vars = {
    RAILS_ENV                = "production"
    RAILS_LOG_TO_STDOUT      = "true"
    RAILS_MAX_THREADS        = "10"
    RAILS_SERVE_STATIC_FILES = "true"
  }
  sensitive_vars = {
    DATABASE_HOST     = local.parts.db.host
    DATABASE_NAME     = local.parts.db.name
    DATABASE_PASSWORD = local.parts.db.password
    DATABASE_PORT     = local.parts.db.port
    DATABASE_USER     = local.parts.db.user
    RAILS_MASTER_KEY  = var.rails_app_master_key
    REDIS_HOST        = local.parts.queue.host
    REDIS_PASSWORD    = local.parts.queue.password
    REDIS_PORT        = local.parts.queue.port
  }
}

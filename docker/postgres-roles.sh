#!/bin/sh
# Run once by the image of PostgreSQL, in an empty cluster: the owner of the tables, who migrates, and the runtime
# login, which row-level security binds. Neither is a superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" <<'SQL'
create role luoshi_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role luoshi_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create database luoshi owner luoshi_owner;
\connect luoshi
create extension pg_trgm;
SQL

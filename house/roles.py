"""Makes the two database roles and the database, signed in as whoever may make them.

Runs inside the project's environment (it needs the database driver). It is told what to do by
environment variables, never by arguments, which every account on the machine could read.
"""

from __future__ import annotations

import os
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from house.cluster import APPLICATION, DATABASE, OWNER


def prepare_own(connection: psycopg.Connection, *, owner_password: str, password: str) -> None:
    """Make owner, application and database on a server of our own."""
    _role(connection, OWNER, password=owner_password, rights="CREATEDB NOCREATEROLE")
    _role(connection, APPLICATION, password=password, rights="NOCREATEDB NOCREATEROLE")
    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
    if known.fetchone() is None:
        make = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
        connection.execute(make.format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))


def prepare_named(connection: psycopg.Connection, *, address: str, password: str) -> str:
    """Make the application's role on a server that someone else keeps; return its address."""
    _role(connection, APPLICATION, password=password, rights="NOCREATEDB NOCREATEROLE")
    grant = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
        sql.Identifier(connection.info.dbname), sql.Identifier(APPLICATION)
    )
    connection.execute(grant)
    return application_address(address, password=password)


def application_address(address: str, *, password: str) -> str:
    """Return the owner's address with the application's name and password in it."""
    parts = {name: str(value) for name, value in conninfo_to_dict(address).items()}
    database = quote(parts.pop("dbname", DATABASE), safe="")
    for name in ("user", "password"):
        parts.pop(name, None)
    host, port = parts.pop("host", ""), parts.pop("port", "")
    if host.startswith("/"):
        parts, host = {"host": host, **parts}, ""
    where = f"{quote(host, safe=',:[]')}:{port}" if port and host else quote(host, safe=",:[]")
    if port and not host:
        parts["port"] = port
    rest = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts.items())
    user = f"{APPLICATION}:{quote(password, safe='')}"
    return f"postgresql://{user}@{where}/{database}" + (f"?{rest}" if rest else "")


def _role(connection: psycopg.Connection, name: str, *, password: str, rights: str) -> None:
    """Make a role that can neither rule the server nor step around row-level security."""
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = "CREATE" if known is None else "ALTER"
    # The driver hashes the password here, so that no log of the server ever holds it.
    hashed = connection.pgconn.encrypt_password(
        password.encode(), name.encode(), b"scram-sha-256"
    ).decode()
    plain = "LOGIN NOINHERIT" if name == APPLICATION else "LOGIN"
    statement = sql.SQL(f"{verb} ROLE {{}} {plain} {rights} PASSWORD {{}}")
    connection.execute(statement.format(sql.Identifier(name), sql.Literal(hashed)))
    _refuse_power(connection, name)


def _refuse_power(connection: psycopg.Connection, name: str) -> None:
    found = connection.execute(
        "SELECT rolsuper OR rolbypassrls OR rolreplication FROM pg_roles WHERE rolname = %s",
        [name],
    ).fetchone()
    if found is None or found[0]:
        raise SystemExit(
            f"The role {name} is a superuser or bypasses row-level security. "
            f"Run: ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS NOREPLICATION;"
        )


def main() -> None:
    """Prepare the roles that the environment asks for; print the application's address, if new."""
    address = os.environ["HOUSE_DATABASE_URL"]
    password = os.environ["HOUSE_APPLICATION_PASSWORD"]
    owner_password = os.environ.get("HOUSE_OWNER_PASSWORD")
    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=10) as connection:
            if owner_password:
                prepare_own(connection, owner_password=owner_password, password=password)
            else:
                print(prepare_named(connection, address=address, password=password))
    except psycopg.errors.InsufficientPrivilege as refused:
        raise SystemExit(
            f"{refused}The role in DATABASE_URL may not make the application's role. "
            f"Make {APPLICATION} yourself and name it in DATABASE_APP_URL."
        ) from None
    except psycopg.OperationalError as refused:
        raise SystemExit(f"No database answers at DATABASE_URL: {refused}") from None


if __name__ == "__main__":
    main()

"""What the database does with next to no work: the floor that the figures are held against."""

import os
import threading
import time

import psycopg

TABLES = """
DROP TABLE IF EXISTS floor_item; DROP TABLE IF EXISTS floor_declaration;
CREATE TABLE floor_declaration (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text UNIQUE, body jsonb);
CREATE TABLE floor_item (declaration bigint, number int, code text, value numeric,
  PRIMARY KEY (declaration, number));
"""

ENTER = """
WITH entered AS (
  INSERT INTO floor_declaration (reference, body) VALUES (%s, %s) RETURNING id
)
INSERT INTO floor_item SELECT id, n, '6403990000', 12.5 FROM entered, generate_series(1, 5) AS n
"""

THREADS, EACH = 8, 400


def durable_statements(body: str) -> float:
    """Durable statements a second that enter a declaration with five items, by eight clients."""
    owner = os.environ["FONDACO_OWNER_DATABASE_URL"]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(TABLES)

    def enter(thread: int) -> None:
        with psycopg.connect(owner, autocommit=True) as connection:
            for number in range(EACH):
                connection.execute(ENTER, (f"{thread}-{number}", body))

    threads = [threading.Thread(target=enter, args=(number,)) for number in range(THREADS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("DROP TABLE floor_item; DROP TABLE floor_declaration")
    return THREADS * EACH / took
